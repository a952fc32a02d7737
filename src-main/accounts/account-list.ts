import type { StoredAccount } from './stored-accounts.ts';

/** An account's saved list. */
export interface AccountList {
  accountId: string;
  /** The account's name, as the user typed it. */
  accountName: string;
  /** An account has one list for each server, so that the rows of one server are never shown as those of another. */
  listId: string;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
}

/** Returns the saved list of an account, even if the account has no key. */
export function accountListOf(account: StoredAccount): AccountList {
  const { accountId, name } = account;
  const baseUrl = account.kind === 'sample' ? null : account.baseUrl;
  return {
    accountId,
    accountName: name,
    listId: listIdOf(accountId, baseUrl ?? 'sample'),
    baseUrl,
  };
}

// The order does not depend on the language of the app. "Account 2" comes before "Account 10".
const { compare: compareNames } = new Intl.Collator('vi', { numeric: true });

/** Returns the lists of some accounts, in the order of the accounts' names. */
export function listsByName(accounts: readonly StoredAccount[]): AccountList[] {
  return accounts.toSorted((a, b) => compareNames(a.name, b.name)).map(accountListOf);
}

/** Returns how the ids of all lists of an account begin. */
export function listIdStartOf(accountId: string): string {
  return `${accountId} `;
}

/** Returns a list id. @param server the server's address; `sample` for sample data. */
export function listIdOf(accountId: string, server: string): string {
  return `${listIdStartOf(accountId)}${server}`;
}
