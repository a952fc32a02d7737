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

/** Of a sort what its source knows. */
export function sortFor(source: Source, sort: Sort | undefined): Sort | undefined {
  return sort && sortFields[source].includes(sort.field) ? sort : undefined;
}

/** The contract's sort as the table knows it. */
export function toSortingState(sort: Sort | undefined): SortingState {
  return sort ? [{ id: sort.field, desc: sort.direction === 'descending' }] : [];
}

/** The table's sorting as the contract knows it: by one field or not at all. */
export function toSort([first]: SortingState): Sort | undefined {
  const field = tenantFields.find((tenantField) => tenantField === first?.id);
  if (first === undefined || field === undefined) return undefined;
  return { field, direction: first.desc ? 'descending' : 'ascending' };
}
