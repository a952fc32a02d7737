import { Button, Divider, Group, Title, VisuallyHidden } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunCommand } from '../commands/commands-context.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { useGrid } from '../grid/grid-provider.tsx';
import { ColumnsMenu } from '../layout/columns-menu.tsx';
import { useList } from '../list/list-provider.tsx';
import { RefreshAllProgress } from '../refresh/refresh-all.tsx';
import { RefreshProgress } from '../refresh/refresh-progress.tsx';
import { useRefresh, useRefreshState } from '../refresh/use-refresh.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ListActions } from './list-actions.tsx';

interface TenantsHeaderProps {
  /** Shows the current account and switches to others. */
  switcher: ReactNode;
  onSettings: () => void;
}

/** The account on screen, the actions of its list, and the button that opens the settings. */
export function TenantsHeader({ switcher, onSettings }: TenantsHeaderProps) {
  const { t } = useTranslation();
  const { gridLayout, extraColumns } = useGrid();
  const { accounts, records, hasHotlines } = useList();
  return (
    <Group component="header" justify="space-between" gap="xs">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Title order={1} size="h3">
          {t('screens.tenants.title', { context: records })}
        </Title>
        <Divider orientation="vertical" />
        {switcher}
      </Group>
      <Group gap="xs">
        {/* First in its row, so that the other controls stay in place when a refresh begins. */}
        {accounts === null ? <AccountProgress /> : <RefreshAllProgress accounts={accounts} />}
        <ColumnsMenu {...{ gridLayout, extraColumns, hasHotlines }} />
        <ListActions />
        <PaletteButton />
        <IconButton label={t('screens.common.settings')} onClick={onSettings}>
          <IconSettings size={16} />
        </IconButton>
      </Group>
    </Group>
  );
}

/** Shows that there is a palette of all commands, and its shortcut. */
function PaletteButton() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const shortcutText = useShortcutText();
  return (
    <Button
      data-hint={t('help.findCommand')}
      size="xs"
      px="xs"
      variant="subtle"
      color="gray"
      onClick={() => run('palette')}
    >
      <VisuallyHidden>{t('help.findCommand')}</VisuallyHidden>
      {shortcutText('mod+K')}
    </Button>
  );
}

function AccountProgress() {
  const { accountId } = useList().accountKey;
  const { cancel } = useRefresh(accountId);
  return <RefreshProgress state={useRefreshState(accountId)} turn={null} onCancel={cancel} />;
}
