import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { listIdOf, withRecords } from '../list-ids.ts';
import type { StoredAccount } from './stored-accounts.ts';

/** A saved list of an account: its tenants, or its hotlines. */
export interface AccountList {
  accountId: string;
  /** The account's name, as the user typed it. */
  accountName: string;
  /** Of one server only, so that the rows of one server are never shown as those of another. */
  listId: string;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
}

/** Returns a saved list of an account, even if the account has no key. */
export function accountListOf(
  account: StoredAccount,
  records: RecordKind = 'tenants',
): AccountList {
  const { accountId, name } = account;
  const baseUrl = account.kind === 'sample' ? null : account.baseUrl;
  return {
    accountId,
    accountName: name,
    listId: withRecords(listIdOf(accountId, baseUrl ?? 'sample'), records),
    baseUrl,
  };
}

/** Returns the account that has a saved list; `undefined` if none has it. */
export function accountOfList(
  accounts: readonly StoredAccount[],
  listId: string,
): string | undefined {
  const tenantsListId = withRecords(listId, 'tenants');
  return accounts.find((account) => accountListOf(account).listId === tenantsListId)?.accountId;
}

// The order does not depend on the language of the app. "Account 2" comes before "Account 10".
const { compare: compareNames } = new Intl.Collator('vi', { numeric: true });

/** Returns the lists of some accounts, in the order of the accounts' names. */
export function listsByName(
  accounts: readonly StoredAccount[],
  records?: RecordKind,
): AccountList[] {
  return accounts
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map((account) => accountListOf(account, records));
}
