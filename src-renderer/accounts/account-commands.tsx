import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands } from '../../src-shared/commands.ts';
import { useCommand } from '../commands/commands-context.ts';

interface AccountCommandsProps {
  accounts: readonly Account[];
  onShow: (accountId: string) => void;
}

/** Offers commands that show one of the first nine accounts, and a command that shows all accounts as one. */
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
  /** The account's name. */
  label: string | undefined;
  onRun: (() => void) | null;
}

/** Offers one command. It is a component because hooks must not be called in a loop. */
function AccountCommand({ name, label, onRun }: AccountCommandProps) {
  useCommand(name, onRun, label);
  return null;
}
