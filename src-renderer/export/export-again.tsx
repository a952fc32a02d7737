import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { useCommand } from '../commands/commands-context.ts';
import { recentExportsQuery } from '../queries/recent-exports-query.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useLaterMenu } from '../ui/use-later-menu.ts';
import classes from './export-again.module.css';
import { useStartExport } from './exports-provider.tsx';
import { repeatOf } from './repeat-of.ts';

const ExportAgainDropdown = lazyPart(
  async () => (await import('./export-again-dropdown.tsx')).ExportAgainDropdown,
);
const RecentExportsDialog = lazyPart(
  async () => (await import('./recent-exports-dialog.tsx')).RecentExportsDialog,
);

interface ExportAgainProps {
  accountId: string;
  /** The saved view on screen, whose last export is repeated; `null` for all tenants. */
  viewId: string | null;
}

/** A menu that repeats the last export of the view on screen, and opens the list of recent exports. */
export function ExportAgain({ accountId, viewId }: ExportAgainProps) {
  const { t } = useTranslation();
  const call = useCall();
  const start = useStartExport();
  const { menu, later } = useLaterMenu();
  const [opened, dialog] = useDisclosure();
  const { data: recent = [] } = useQuery(recentExportsQuery(call, accountId));
  const last = recent.find((each) => each.isRepeatable && each.viewId === viewId);
  const request = last && repeatOf(accountId, last);
  const repeat = request ? () => start(request) : null;
  useCommand('exportAgain', repeat);
  useCommand('recentExports', dialog.open);
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={300} {...menu}>
        <Menu.Target>
          <Button size="xs" px={6} className={classes.more} aria-label={t('screens.export.more')}>
            <IconChevronDown size={14} />
          </Button>
        </Menu.Target>
        <Later {...later}>
          <ExportAgainDropdown lastName={last?.name} onRepeat={repeat} onRecent={dialog.open} />
        </Later>
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
