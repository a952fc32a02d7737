import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Accounts } from '../accounts/use-accounts.ts';
import { ConnectionFacts } from './connection-facts.tsx';
import { ConnectionSection } from './connection-section.tsx';

interface ConnectionsSectionProps {
  accounts: Accounts;
  /** The shown account; `null` if all accounts are shown as one. */
  shown: Account | null;
  /** Closes the settings. */
  onClose: () => void;
}

/** Shows the connection of one account, at first of the shown one. A menu chooses another account. */
export function ConnectionsSection({ accounts, shown, onClose }: ConnectionsSectionProps) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState(shown?.accountId);
  const [first] = accounts.accounts;
  const account = accounts.accounts.find(({ accountId }) => accountId === chosenId) ?? first;
  if (account === undefined) return null;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('tenants.account')}
        data={accounts.accounts.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        value={account.accountId}
        onChange={(event) => setChosenId(event.currentTarget.value)}
      />
      <ConnectionFacts account={account} />
      {account.kind === 'partner' && (
        <ConnectionSection
          key={account.accountId}
          account={account}
          accounts={accounts}
          onKeyRemoved={() => {
            // The screen behind the settings then asks for a key.
            if (account.accountId === shown?.accountId) onClose();
          }}
          onShowAccount={(accountId) => {
            accounts.show(accountId);
            onClose();
          }}
        />
      )}
    </>
  );
}
