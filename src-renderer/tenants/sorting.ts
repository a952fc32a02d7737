import type { SortingState } from '@tanstack/react-table';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { liveSortFields, tenantFields } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import type { Source } from '../saved-list/choose-source.ts';

/** What a list can be sorted by: the saved one by anything, the server's by little. */
export const sortFields: Record<Source, readonly TenantField[]> = {
  saved: tenantFields,
  live: liveSortFields,
};

/** By how many columns a list can be sorted at once. */
export const mostSorts: Record<Source, number> = { saved: 2, live: 1 };

/** Of a sort what its source knows. */
export function sortFor(source: Source, sort: Sort[] | undefined): Sort[] | undefined {
  const known = (sort ?? []).filter(({ field }) => sortFields[source].includes(field));
  return orNone(known.slice(0, mostSorts[source]));
}

/** The contract's sort as the table knows it. */
export function toSortingState(sort: Sort[] | undefined): SortingState {
  return (sort ?? []).map(({ field, direction }) => ({
    id: field,
    desc: direction === 'descending',
  }));
}

/** The table's sorting as the contract knows it. */
export function toSort(sorting: SortingState): Sort[] | undefined {
  const sort = sorting.flatMap(({ id, desc }): Sort[] => {
    const field = tenantFields.find((tenantField) => tenantField === id);
    return field === undefined ? [] : [{ field, direction: desc ? 'descending' : 'ascending' }];
  });
  return orNone(sort.slice(0, mostSorts.saved));
}

/** The contract has no sort by nothing. */
function orNone(sort: Sort[]): Sort[] | undefined {
  return sort.length === 0 ? undefined : sort;
}
