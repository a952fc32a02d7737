import { Kbd, Menu } from '@mantine/core';
import { IconFileImport, IconHistory, IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { commandOf } from '../../src-shared/commands.ts';
import { useAvailableCommands, useRunCommand } from '../commands/commands-context.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import classes from './export-again.module.css';

interface ExportAgainDropdownProps {
  /** The name of the export that would be repeated; `undefined` if there is none. */
  lastName: string | undefined;
  /** `null` if there is nothing to repeat. */
  onRepeat: (() => void) | null;
  /** Opens the list of recent exports. */
  onRecent: () => void;
}

/** The menu that repeats the last export, opens the list of recent exports, and imports what the user has noted. */
export function ExportAgainDropdown({ lastName, onRepeat, onRecent }: ExportAgainDropdownProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const runCommand = useRunCommand();
  const canImport = useAvailableCommands().has('importAnnotations');
  const [shortcut] = commandOf('exportAgain').shortcuts;
  return (
    <Menu.Dropdown>
      <Menu.Item
        fz="xs"
        leftSection={<IconRepeat size={16} />}
        rightSection={shortcut !== undefined && <Kbd size="xs">{shortcutText(shortcut)}</Kbd>}
        aria-label={t('commands.exportAgain')}
        aria-description={lastName ?? t('screens.export.nothingToRepeat')}
        disabled={onRepeat === null}
        onClick={() => onRepeat?.()}
      >
        {t('commands.exportAgain')}
        <div className={classes.hint}>{lastName ?? t('screens.export.nothingToRepeat')}</div>
      </Menu.Item>
      <Menu.Item fz="xs" leftSection={<IconHistory size={16} />} onClick={onRecent}>
        {t('commands.recentExports')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        fz="xs"
        leftSection={<IconFileImport size={16} />}
        disabled={!canImport}
        onClick={() => runCommand('importAnnotations')}
      >
        {t('commands.importAnnotations')}
      </Menu.Item>
    </Menu.Dropdown>
  );
}
