import { Group, Paper } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, PartnerAccount } from '../../src-shared/account.ts';
import { IconButton } from '../ui/icon-button.tsx';
import classes from './connection-screen.module.css';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionScreen } from './connection-screen.tsx';

interface ReconnectScreenProps {
  account: PartnerAccount;
  onConnected: (account: Account) => void;
  onShowAccount: (accountId: string) => void;
  /** The account switcher. */
  switcher: ReactNode;
  onSettings: () => void;
}

/** The screen of an account without a key: it was removed, or was stored for an earlier session only. */
export function ReconnectScreen(props: ReconnectScreenProps) {
  const { account, onConnected, onShowAccount, switcher, onSettings } = props;
  const { t } = useTranslation();
  return (
    <>
      <Group component="header" className={classes.header} justify="space-between" gap="xs">
        {switcher}
        <IconButton label={t('screens.common.settings')} onClick={onSettings}>
          <IconSettings size={16} />
        </IconButton>
      </Group>
      <ConnectionScreen
        title={t('screens.connection.reconnect', { name: account.name })}
        introduction={t('screens.connection.reconnectIntroduction')}
      >
        <Paper withBorder p="lg" radius="lg">
          <ConnectionForm
            key={account.accountId}
            accountId={account.accountId}
            baseUrl={account.baseUrl}
            onConnected={onConnected}
            onShowAccount={onShowAccount}
          />
        </Paper>
      </ConnectionScreen>
    </>
  );
}
