import type { Account } from '../../src-shared/account.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

/** Returns the account that a tenant belongs to; `undefined` if the tenant does not say, or if the account is gone. */
export function accountOf(
  accounts: readonly Account[] | null,
  tenant: ListRecord | undefined,
): Account | undefined {
  return accounts?.find(({ accountId }) => accountId === tenant?.accountId);
}
