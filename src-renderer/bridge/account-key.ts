import { allAccounts } from '../../src-shared/choices.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';

/**
 * Names an account and one of its connections, and which of its records are meant. Queries are cached under it, so that
 * answers of an earlier connection are not shown for a later one.
 */
export interface AccountKey {
  accountId: string;
  connectionNumber: number;
  /** By default the tenants. */
  records?: RecordKind;
}

/** Returns what requests of a list have in common. */
export function listOf({ accountId, records }: AccountKey) {
  return { accountId, ...(records && { records }) };
}

/** The key of all accounts shown as one. They have no connection. */
export const allAccountsKey: AccountKey = { accountId: allAccounts, connectionNumber: 0 };

/** Returns the query key of everything read from an account's saved list. A refresh invalidates all of it. */
export function savedOf(accountId: string) {
  return [accountId, 'saved'] as const;
}

/** Returns whether a query key is that of something read from a saved list, of any account. */
export function isSavedKey([, kind]: readonly unknown[]): boolean {
  return kind === savedOf('')[1];
}

/** Returns the query key of what was read from the saved list over one connection. */
export function savedKey({ accountId, connectionNumber, records = 'tenants' }: AccountKey) {
  return [...savedOf(accountId), connectionNumber, records] as const;
}

/** Returns the query key of what the server answered over one connection. */
export function liveKey({ accountId, connectionNumber }: AccountKey) {
  return [accountId, 'live', connectionNumber] as const;
}

/** Returns the query key of an account's recent exports. */
export function recentExportsKey(accountId: string) {
  return [accountId, 'recentExports'] as const;
}

/** Returns the query key of an account's settings: what its list shows, and the options of its last export. */
export function settingsKey(accountId: string) {
  return [accountId, 'settings'] as const;
}

/** Returns whether a query key is that of something that the user has chosen: settings of an account, or views. */
export function isChosenKey(queryKey: readonly unknown[]): boolean {
  return queryKey[0] === viewsKey[0] || queryKey[1] === settingsKey('')[1];
}

/** The query key of the saved views of all accounts. */
export const viewsKey = ['views'] as const;
