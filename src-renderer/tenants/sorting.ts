import type { SortingState } from '@tanstack/react-table';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { sortFields } from '../../src-shared/tenant-fields.ts';

/** The contract's sort as the table knows it. */
export function toSortingState(sort: Sort | undefined): SortingState {
  return sort ? [{ id: sort.field, desc: sort.direction === 'descending' }] : [];
}

/** The table's sorting as the contract knows it: by one field or not at all. */
export function toSort([first]: SortingState): Sort | undefined {
  const field = sortFields.find((sortField) => sortField === first?.id);
  if (first === undefined || field === undefined) return undefined;
  return { field, direction: first.desc ? 'descending' : 'ascending' };
}
