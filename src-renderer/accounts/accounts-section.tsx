import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AccountRow } from './account-row.tsx';
import type { Accounts } from './use-accounts.ts';

interface AccountsSectionProps {
  accounts: Accounts;
  onAdd: () => void;
}

/** The list of accounts in the settings, where accounts are added, renamed, recolored and removed. */
export function AccountsSection({ accounts, onAdd }: AccountsSectionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {accounts.accounts.map((account) => (
          <AccountRow
            key={account.accountId}
            account={account}
            onChanged={accounts.update}
            onRemoved={accounts.remove}
          />
        ))}
      </Stack>
      <Button
        size="xs"
        variant="default"
        mr="auto"
        leftSection={<IconPlus size={14} />}
        onClick={onAdd}
      >
        {t('accounts.add')}
      </Button>
    </Stack>
  );
}
