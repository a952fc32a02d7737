import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { useCommand } from '../commands/commands-context.ts';
import { NumberedCommands } from '../commands/numbered-commands.tsx';

interface AccountCommandsProps {
  accounts: readonly Account[];
  onShow: (accountId: string) => void;
}

/** Offers a command for each account that shows it, and a command that shows all accounts as one. */
export function AccountCommands({ accounts, onShow }: AccountCommandsProps) {
  useCommand('allAccounts', accounts.length > 1 ? () => onShow(allAccounts) : null);
  const targets = accounts.map(({ accountId, name }) => ({
    label: name,
    onShow: () => onShow(accountId),
  }));
  return <NumberedCommands kind="account" targets={targets} />;
}
