import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import {
  liveSortFields,
  recordFields,
  type AnnotationField,
} from '../../src-shared/tenant-fields.ts';
import type { Source } from './choose-source.ts';

type SortField = Sort['field'];
/** The fields that the grid has a column of. */
type ColumnSortField = Exclude<SortField, Exclude<AnnotationField, 'tags' | 'note'>>;

/** Returns the fields that a list can be sorted by. */
function sortFieldsOf(source: Source, { change }: Filter): readonly ColumnSortField[] {
  if (source === 'live') return liveSortFields;
  // Only all accounts have a column for the account.
  const fields = [...recordFields, 'account', 'tags', 'note'] as const;
  return change === undefined ? fields : [...fields, 'foundAt'];
}

/** Returns the field that a list is sorted by with a click on a column; `null` if it cannot be sorted by that column. */
export function findSortField(
  column: string,
  source: Source,
  filter: Filter,
): ColumnSortField | null {
  const wanted = column === 'age' ? 'createdAt' : column;
  return sortFieldsOf(source, filter).find((field) => field === wanted) ?? null;
}

/** Returns whether a column is sorted in the opposite direction of its field: the newest tenants are the youngest. */
export function isReversed(column: string): boolean {
  return column === 'age';
}

/** The number of fields that a list can be sorted by at once. */
export const maximumSorts: Record<Source, number> = { saved: 2, live: 1 };

/** Returns the part of a sort that a list supports; `undefined` if there is none. */
export function sortFor(
  source: Source,
  filter: Filter,
  sort: Sort[] | undefined,
): Sort[] | undefined {
  const fields = sortFieldsOf(source, filter);
  const known = (sort ?? []).filter(({ field }) => fields.some((one) => one === field));
  return orDefault(known.slice(0, maximumSorts[source]));
}

/** People look for the newest times, but for the start of the alphabet. */
const firstDirection = (field: SortField): Sort['direction'] =>
  field === 'createdAt' || field === 'updatedAt' || field === 'foundAt'
    ? 'descending'
    : 'ascending';

/**
 * Returns the sort after a click on a header. Clicks on the same header cycle through its first direction, the other
 * direction, and no sort.
 *
 * @param isAdded keeps the sort by other fields. The clicked one becomes the second.
 */
export function nextSort(
  sort: readonly Sort[] | undefined,
  field: SortField,
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

function nextDirection(field: SortField, current: Sort['direction'] | undefined) {
  const first = firstDirection(field);
  if (current === undefined) return first;
  if (current !== first) return null;
  return first === 'ascending' ? 'descending' : 'ascending';
}

/** The bridge accepts no empty sort; `undefined` stands for the default order. */
function orDefault(sort: Sort[]): Sort[] | undefined {
  return sort.length === 0 ? undefined : sort;
}
