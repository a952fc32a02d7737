import { Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  accountCommands,
  viewCommands,
  commandNames,
  commandOf,
  type CommandName,
} from '../../src-shared/commands.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { gridKeys } from './grid-keys.ts';
import { useAvailableCommands } from './commands-context.ts';
import type { CommandDialogProps } from './lazy-dialog.tsx';
import { useShortcutText } from './use-shortcut-text.ts';

const listStyle = { p: 0, m: 0, style: { listStyle: 'none' } };

/**
 * A dialog that lists all shortcuts and the keys of the grid. Shortcuts of accounts and views are listed only if there is
 * the account or view.
 */
export function ShortcutsDialog({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const available = useAvailableCommands();
  const isMissing = (name: CommandName) =>
    [...accountCommands, ...viewCommands].some((command) => command === name) &&
    !available.has(name);
  const shown = commandNames.filter((name) => !isMissing(name));
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('commands.shortcuts')}>
      <Stack gap={6} component="ul" {...listStyle}>
        {shown.map((name) => {
          const { shortcuts } = commandOf(name);
          const [shortcut, alternative] = shortcuts;
          return (
            shortcut !== undefined && (
              <Group key={name} component="li" justify="space-between" wrap="nowrap">
                <Text style={{ overflowWrap: 'anywhere' }}>
                  {available.get(name) ?? t(`commands.${name}`)}
                </Text>
                <Group gap={6} wrap="nowrap">
                  <Kbd>{shortcutText(shortcut)}</Kbd>
                  {alternative?.startsWith('F') && <Kbd>{alternative}</Kbd>}
                </Group>
              </Group>
            )
          );
        })}
      </Stack>
      <Title order={3} size="h4" mt="lg" mb="xs">
        {t('helpDialogs.inTheList')}
      </Title>
      <Stack gap={6} component="ul" {...listStyle}>
        {gridKeys.map(({ name, shortcuts }) => (
          <Group key={name} component="li" justify="space-between" wrap="nowrap">
            <Text>{t(`helpDialogs.gridKeys.${name}`)}</Text>
            <Group gap={6} wrap="nowrap">
              {shortcuts.map((shortcut) => (
                <Kbd key={shortcut}>{shortcutText(shortcut)}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </AppDialog>
  );
}
