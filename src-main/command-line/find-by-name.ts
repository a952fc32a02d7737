import type { View } from '../../src-shared/views.ts';
import { CommandError } from './command-error.ts';

interface NamedAccount {
  accountId: string;
  name: string;
}

/** Finds an account by its id or its exact name. @throws CommandError `account_unknown`, `account_ambiguous` */
export function findAccount<Account extends NamedAccount>(
  accounts: readonly Account[],
  typed: string,
): Account {
  const found = find(accounts, typed, ({ accountId }) => accountId);
  if (found === 'none') throw new CommandError('account_unknown', typed);
  if (found === 'several') throw new CommandError('account_ambiguous', typed);
  return found;
}

/**
 * Finds a view of an account by its id or its exact name.
 *
 * @param accountId an account, or `allAccounts`.
 * @throws CommandError `view_unknown`, `view_ambiguous`
 */
export function findView(views: readonly View[], accountId: string, typed: string): View {
  const ofAccount = views.filter((view) => view.accountId === null || view.accountId === accountId);
  const found = find(ofAccount, typed, ({ viewId }) => viewId);
  if (found === 'none') throw new CommandError('view_unknown', typed);
  if (found === 'several') throw new CommandError('view_ambiguous', typed);
  return found;
}

function find<Named extends { name: string }>(
  all: readonly Named[],
  typed: string,
  idOf: (each: Named) => string,
): Named | 'none' | 'several' {
  const withId = all.find((each) => idOf(each) === typed);
  if (withId !== undefined) return withId;
  // A terminal of macOS can send accents as characters of their own.
  const wanted = typed.normalize('NFC');
  const [first, second] = all.filter(({ name }) => name.normalize('NFC') === wanted);
  if (first === undefined) return 'none';
  return second === undefined ? first : 'several';
}
