import type { Account } from '../../src-shared/account.ts';
import type { Tenant } from '../../src-shared/tenant.ts';

/** Whose a tenant is, where it says so and the account is still there. */
export function accountOf(
  accounts: readonly Account[] | null,
  tenant: Tenant | undefined,
): Account | undefined {
  return accounts?.find(({ accountId }) => accountId === tenant?.accountId);
}
