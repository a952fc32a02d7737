import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { ComputerZone } from '../../src-shared/time-zone.ts';
import { AccountsSection } from '../accounts/accounts-section.tsx';
import type { Accounts } from '../accounts/use-accounts.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { RefreshSection } from './refresh-section.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

interface SettingsDialogProps {
  opened: boolean;
  onClose: () => void;
  accounts: Accounts;
  /** The shown account; `null` if all accounts are shown as one. */
  shown: Account | null;
  onAddAccount: () => void;
  preferences: ChangeablePreferences;
  /** The zone of this computer; `null` if it is unknown. */
  computerZone: ComputerZone | null;
}

/** The settings: accounts, the connection of the shown account, automatic refresh and appearance. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { opened, onClose, accounts, shown, onAddAccount, preferences, computerZone } = props;
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('screens.settings.title')}>
      <Stack gap="xl">
        <Stack gap="sm" component="section">
          <Title order={3} size="h4">
            {t('accounts.title')}
          </Title>
          <AccountsSection accounts={accounts} onAdd={onAddAccount} />
        </Stack>
        {shown && (
          <Stack gap="sm" component="section">
            <Title order={3} size="h4">
              {t('screens.settings.connectionOf', { name: shown.name })}
            </Title>
            <ConnectionFacts account={shown} />
            {shown.kind === 'partner' && shown.keyStorage !== null && (
              <ConnectionSection
                key={shown.accountId}
                account={shown}
                accounts={accounts}
                onKeyRemoved={onClose}
              />
            )}
          </Stack>
        )}
        <Stack gap="sm" component="section">
          <Title order={3} size="h4">
            {t('screens.settings.savedList')}
          </Title>
          <RefreshSection preferences={preferences} />
        </Stack>
        <Stack gap="sm" component="section">
          <Title order={3} size="h4">
            {t('screens.settings.appearance')}
          </Title>
          <AppearanceSection preferences={preferences} computerZone={computerZone} />
        </Stack>
      </Stack>
    </AppDialog>
  );
}
