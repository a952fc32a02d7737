import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands } from '../../src-shared/commands.ts';
import { useCommand } from '../commands/commands-context.ts';

interface AccountCommandsProps {
  accounts: readonly Account[];
  onShow: (accountId: string) => void;
}

/** Offers a command for each of the first nine accounts, which shows it, and one for all of them as one. */
export function AccountCommands({ accounts, onShow }: AccountCommandsProps) {
  useCommand('allAccounts', accounts.length > 1 ? () => onShow(allAccounts) : null);
  return accountCommands.map((name, index) => {
    const account = accounts[index];
    const show = account === undefined ? null : () => onShow(account.accountId);
    return <AccountCommand key={name} name={name} label={account?.name} onRun={show} />;
  });
}

interface AccountCommandProps {
  name: (typeof accountCommands)[number];
  /** The account's own name. */
  label: string | undefined;
  onRun: (() => void) | null;
}

/** A component each, because hooks cannot stand in a loop. */
function AccountCommand({ name, label, onRun }: AccountCommandProps) {
  useCommand(name, onRun, label);
  return null;
}
