import { allAccounts } from '../../src-shared/choices.ts';

/** Which answers belong together: those of one account, over one of its connections. */
export interface AccountKey {
  accountId: string;
  connectionNumber: number;
}

/** Of the saved lists of all accounts as one, which have no connection. */
export const allAccountsKey: AccountKey = { accountId: allAccounts, connectionNumber: 0 };

/** Where Query keeps what was read from an account's saved list: all of it is out of date once a refresh has ended. */
export function savedOf(accountId: string) {
  return [accountId, 'saved'] as const;
}

/** Of it, what was read over one connection. */
export function savedKey({ accountId, connectionNumber }: AccountKey) {
  return [...savedOf(accountId), connectionNumber] as const;
}

/** Where Query keeps what the server answered directly. */
export function liveKey({ accountId, connectionNumber }: AccountKey) {
  return [accountId, 'live', connectionNumber] as const;
}

/** Where Query keeps what is remembered for an account besides its list. */
export function settingsKey(accountId: string) {
  return [accountId, 'settings'] as const;
}
