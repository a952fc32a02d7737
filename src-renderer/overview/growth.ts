import type { AccountTotals, MonthOfGrowth, ValueCount } from '../../src-shared/facets.ts';

/** Returns the statuses of all counts, the most frequent first. */
export function listStatuses(
  counts: readonly { statuses: readonly ValueCount[] }[],
): (string | null)[] {
  const totals = new Map<string | null, number>();
  for (const { statuses } of counts) {
    for (const { value, count } of statuses) totals.set(value, (totals.get(value) ?? 0) + count);
  }
  return [...totals].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
}

/** Returns how many tenants have a status. */
export function countOf(statuses: readonly ValueCount[], status: string | null): number {
  return statuses.find(({ value }) => value === status)?.count ?? 0;
}

/** Returns new minus gone, with its sign: `+3`, `-2`, `0`. */
export function formatNet(net: number, formatNumber: (value: number) => string): string {
  return net > 0 ? `+${formatNumber(net)}` : formatNumber(net);
}

/** Returns new minus gone tenants of a month. */
export function netOf({ new: added, gone }: Pick<MonthOfGrowth, 'new' | 'gone'>): number {
  return added - gone;
}

type Sums = Omit<AccountTotals, 'accountId' | 'fetchedAt'>;

/** Adds up the totals of all accounts. */
export function sumAccounts(accounts: readonly AccountTotals[]): Sums {
  const sum = (valueOf: (account: AccountTotals) => number) =>
    accounts.reduce((total, account) => total + valueOf(account), 0);
  return {
    total: sum(({ total }) => total),
    statuses: listStatuses(accounts).map((value) => ({
      value,
      count: sum(({ statuses }) => countOf(statuses, value)),
    })),
    newThisMonth: sum(({ newThisMonth }) => newThisMonth),
    goneThisMonth: sum(({ goneThisMonth }) => goneThisMonth),
  };
}
