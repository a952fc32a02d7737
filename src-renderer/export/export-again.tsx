import { Button, Kbd, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconHistory, IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { commandOf } from '../../src-shared/commands.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useCommand } from '../commands/commands-context.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { recentExportsQuery } from '../queries/recent-exports-query.ts';
import { Later } from '../ui/later.tsx';
import classes from './export-again.module.css';
import { useStartExport } from './exports-provider.tsx';
import { repeatOf } from './repeat-of.ts';

const RecentExportsDialog = lazy(async () => ({
  default: (await import('./recent-exports-dialog.tsx')).RecentExportsDialog,
}));

/** A menu that repeats the last export of the account, and opens the list of recent exports. */
export function ExportAgain({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const call = useCall();
  const start = useStartExport();
  const shortcutText = useShortcutText();
  const [opened, dialog] = useDisclosure();
  const { data: recent = [] } = useQuery(recentExportsQuery(call, accountId));
  const last = recent.find(({ contents }) => contents !== null);
  const request = last && repeatOf(accountId, last);
  const repeat = request ? () => start(request) : null;
  useCommand('exportAgain', repeat);
  useCommand('recentExports', dialog.open);
  const [shortcut] = commandOf('exportAgain').shortcuts;
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={300}>
        <Menu.Target>
          <Button size="xs" px={6} className={classes.more} aria-label={t('screens.export.more')}>
            <IconChevronDown size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            fz="xs"
            leftSection={<IconRepeat size={16} />}
            rightSection={shortcut !== undefined && <Kbd size="xs">{shortcutText(shortcut)}</Kbd>}
            aria-label={t('commands.exportAgain')}
            aria-description={last?.name ?? t('screens.export.nothingToRepeat')}
            disabled={repeat === null}
            onClick={() => repeat?.()}
          >
            {t('commands.exportAgain')}
            <div className={classes.hint}>{last?.name ?? t('screens.export.nothingToRepeat')}</div>
          </Menu.Item>
          <Menu.Item fz="xs" leftSection={<IconHistory size={16} />} onClick={dialog.open}>
            {t('commands.recentExports')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Later isWanted={opened}>
        <RecentExportsDialog
          opened={opened}
          onClose={dialog.close}
          accountId={accountId}
          recent={recent}
        />
      </Later>
    </>
  );
}
