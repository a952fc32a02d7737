import type { TenantField } from './tenant.ts';

/** The columns of the grid and of the sheet, in their order. */
export const tenantFields = [
  'name',
  'domain',
  'status',
  'ownerId',
  'connectionMethod',
  'connectionId',
  'id',
  'createdAt',
  'updatedAt',
] as const satisfies readonly TenantField[];

/** What a column of the grid can show: a field, or, where the lists of several accounts are one, whose tenant it is. */
export const gridColumns = ['account', ...tenantFields] as const;

/** The page sizes offered. */
export const pageSizes = [25, 50, 100, 500] as const;
export type PageSize = (typeof pageSizes)[number];

/** The API never gives more rows in a page. */
export const longestLivePage = 100 satisfies PageSize;

/** The fields the API sorts by that are offered; the saved list sorts by any. */
export const liveSortFields = ['createdAt', 'updatedAt'] as const;

/** What a complete run finds out about a tenant by comparing it with the run before. */
export const changeKinds = ['new', 'changed', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The statuses the API documents: `Z` newly created, `P` enabled, `N` disabled. Others may come. */
export const knownStatuses = ['Z', 'P', 'N'] as const;
/** The connection methods seen so far. Others may come. */
export const knownConnectionMethods = ['unknown', 'builtin', 'direct'] as const;

/** Whether a value is one of those that have a label; any other is shown as it came. */
export function isKnown<Known extends string>(
  known: readonly Known[],
  value: string,
): value is Known {
  return known.some((candidate) => candidate === value);
}
