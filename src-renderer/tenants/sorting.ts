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

/** Of times the newest are asked for most, of words the beginning of the alphabet. */
const firstDirection = (field: TenantField): Sort['direction'] =>
  field === 'createdAt' || field === 'updatedAt' ? 'descending' : 'ascending';

/**
 * The sort after a click on the header of `field`: its first direction, then the other one, then none.
 *
 * @param isAdded the columns that the list is sorted by stay so; this one is the second, or goes on in its own cycle.
 */
export function nextSort(
  sort: readonly Sort[] | undefined,
  field: TenantField,
  { source, isAdded }: { source: Source; isAdded: boolean },
): Sort[] | undefined {
  const before = sort ?? [];
  const current = before.find((one) => one.field === field);
  const next = nextDirection(field, current?.direction);
  const here: Sort[] = next === null ? [] : [{ field, direction: next }];
  if (!isAdded || mostSorts[source] === 1) return orNone(here);
  if (current !== undefined) return orNone(before.flatMap((one) => (one === current ? here : one)));
  return [...before.slice(0, mostSorts[source] - 1), ...here];
}

function nextDirection(field: TenantField, current: Sort['direction'] | undefined) {
  const first = firstDirection(field);
  if (current === undefined) return first;
  if (current !== first) return null;
  return first === 'ascending' ? 'descending' : 'ascending';
}

/** The contract has no sort by nothing. */
function orNone(sort: Sort[]): Sort[] | undefined {
  return sort.length === 0 ? undefined : sort;
}
