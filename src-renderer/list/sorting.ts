import type { Sort } from '../../src-shared/list-tenants.ts';
import { liveSortFields, tenantFields } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import type { Source } from './choose-source.ts';

/** The fields that a list can be sorted by. */
export const sortFields: Record<Source, readonly Sort['field'][]> = {
  saved: tenantFields,
  live: liveSortFields,
};

/** The number of fields that a list can be sorted by at once. */
export const maximumSorts: Record<Source, number> = { saved: 2, live: 1 };

/** Returns the part of a sort that a source supports; `undefined` for the default order. */
export function sortFor(source: Source, sort: Sort[] | undefined): Sort[] | undefined {
  const known = (sort ?? []).filter(({ field }) => sortFields[source].includes(field));
  return orDefault(known.slice(0, maximumSorts[source]));
}

/** People look for the newest times, but for the start of the alphabet. */
const firstDirection = (field: TenantField): Sort['direction'] =>
  field === 'createdAt' || field === 'updatedAt' ? 'descending' : 'ascending';

/**
 * Returns the sort after a click on a header. Clicks on the same header cycle through its first direction, the other
 * direction, and no sort.
 *
 * @param isAdded keeps the sort by other fields. The clicked one becomes the second.
 */
export function nextSort(
  sort: readonly Sort[] | undefined,
  field: TenantField,
  { source, isAdded }: { source: Source; isAdded: boolean },
): Sort[] | undefined {
  const before = sort ?? [];
  const current = before.find((one) => one.field === field);
  const next = nextDirection(field, current?.direction);
  const own: Sort[] = next === null ? [] : [{ field, direction: next }];
  if (!isAdded || maximumSorts[source] === 1) return orDefault(own);
  if (current !== undefined)
    return orDefault(before.flatMap((one) => (one === current ? own : one)));
  return [...before.slice(0, maximumSorts[source] - 1), ...own];
}

function nextDirection(field: TenantField, current: Sort['direction'] | undefined) {
  const first = firstDirection(field);
  if (current === undefined) return first;
  if (current !== first) return null;
  return first === 'ascending' ? 'descending' : 'ascending';
}

/** The bridge accepts no empty sort; `undefined` stands for the default order. */
function orDefault(sort: Sort[]): Sort[] | undefined {
  return sort.length === 0 ? undefined : sort;
}
