import type { StoredAccount } from './stored-accounts.ts';

/** Which saved list is an account's. */
export interface SavedListOf {
  accountId: string;
  /** As the user calls the account. */
  accountName: string;
  /** One account has one list at each server, so that a list is never shown as another server's. */
  listId: string;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
}

/** The list that is saved for an account, whether or not its key is at hand. */
export function savedListOf(account: StoredAccount): SavedListOf {
  const { accountId, name } = account;
  const baseUrl = account.kind === 'sample' ? null : account.baseUrl;
  return {
    accountId,
    accountName: name,
    listId: listIdOf(accountId, baseUrl ?? 'sample'),
    baseUrl,
  };
}

/** @param server its address; `sample` for sample data. */
export function listIdOf(accountId: string, server: string): string {
  return `${accountId} ${server}`;
}
