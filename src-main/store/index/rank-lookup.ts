import { boundKey } from '../../../src-shared/dates.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { firstIndex } from './binary-search.ts';
import { orderings } from './orderings.ts';
import { noRank } from './ranks.ts';
import type { RowIndex } from './row-index.ts';

export type TimeField = 'createdAt' | 'updatedAt';

/** A span of time between two RFC 3339 texts, both included. */
export interface Span {
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/** Returns the rank of a value, `noRank` for a missing value, and `undefined` if no row has the value. */
export function rankOf(
  index: RowIndex,
  field: RecordField,
  value: string | null,
): number | undefined {
  const { key: keyOf, compare } = orderings[field];
  const key = keyOf(value);
  if (key === null) return noRank;
  const place = orderBy(index, field)[lowerBound(index, field, key)];
  if (place === undefined) return undefined;
  const found = keyAt(index, field, place);
  return found !== null && compare(found, key) === 0 ? index.ranks(field)[place] : undefined;
}

/** Returns the ranks of the times in a span: from `low` to below `high`. */
export function ranksBetween(
  index: RowIndex,
  field: TimeField,
  span: Span,
): { low: number; high: number } {
  const { first, end } = keysOf(span);
  return {
    low: first === null ? 0 : lowestRankFrom(index, field, first),
    high: end === null ? noRank : lowestRankFrom(index, field, end),
  };
}

/** Counts the rows whose time is in a span, of those that are counted at all. */
export function countBetween(
  index: RowIndex,
  field: TimeField,
  span: Required<Span>,
  isCounted: (place: number) => boolean,
): number {
  const { first, end } = keysOf(span);
  if (first === null || end === null) return 0;
  const order = orderBy(index, field);
  const to = lowerBound(index, field, end);
  let count = 0;
  for (let position = lowerBound(index, field, first); position < to; position++) {
    if (isCounted(order[position] ?? 0)) count++;
  }
  return count;
}

/** Returns the first key of a span and the first key after it; `null` for an open end. */
function keysOf({ from = null, to = null }: Span) {
  const last = to === null ? null : boundKey(to);
  // No key sorts between a text and the same text with a null character appended.
  return { first: from === null ? null : boundKey(from), end: last === null ? null : `${last}\0` };
}

/** Returns the lowest rank of a value that is not below `key`; `noRank` if there is none. */
function lowestRankFrom(index: RowIndex, field: RecordField, key: string): number {
  const place = orderBy(index, field)[lowerBound(index, field, key)];
  return place === undefined ? noRank : (index.ranks(field)[place] ?? noRank);
}

/** Returns the position, in the sorted column, of the first row whose value is not below `key`. */
function lowerBound(index: RowIndex, field: RecordField, key: string): number {
  const order = orderBy(index, field);
  return firstIndex(order.length, (position) => {
    const found = keyAt(index, field, order[position] ?? 0);
    return found === null || orderings[field].compare(found, key) >= 0;
  });
}

function orderBy(index: RowIndex, field: RecordField): Uint32Array {
  return index.order([{ field, direction: 'ascending' }]);
}

function keyAt(index: RowIndex, field: RecordField, place: number): string | null {
  return orderings[field].key(index.valueAt(field, place));
}
