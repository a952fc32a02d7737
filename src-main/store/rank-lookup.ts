import type { Sort } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { firstIndex } from './binary-search.ts';
import { instantKey, none, orderings } from './collation.ts';
import type { Connection } from './connection.ts';
import type { RowIndex } from './row-index.ts';

export type TimeField = 'createdAt' | 'updatedAt';

/** The rank of a value, `none` for `null`; `undefined` when no row has it. */
export function rankOf(
  connection: Connection,
  index: RowIndex,
  field: TenantField,
  value: string | null,
): number | undefined {
  const key = orderings[field].key(value);
  if (key === null) return none;
  const place = placeAt(connection, index, field, lowerBound(connection, index, field, key));
  if (place === undefined) return undefined;
  const found = keyAt(connection, index, field, place);
  const isSame = found !== null && orderings[field].compare(found, key) === 0;
  return isSame ? index.ranks(connection, field)[place] : undefined;
}

/** The lowest rank whose value is not before `key`; `none` when all are. */
function rankFrom(
  connection: Connection,
  index: RowIndex,
  field: TenantField,
  key: string,
): number {
  const place = placeAt(connection, index, field, lowerBound(connection, index, field, key));
  return place === undefined ? none : (index.ranks(connection, field)[place] ?? none);
}

/** A span of times, RFC 3339, both ends included. */
export interface Span {
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/** The keys of a span: the first one, and the first one after it; `null` where it has no such end. */
function keysOf({ from = null, to = null }: Span) {
  const last = instantKey(to);
  // No text stands between the two.
  return { first: instantKey(from), end: last === null ? null : `${last}\0` };
}

/** The ranks of the times in a span: from `low`, and below `high`. */
export function ranksBetween(
  connection: Connection,
  index: RowIndex,
  field: TimeField,
  span: Span,
): { low: number; high: number } {
  const { first, end } = keysOf(span);
  return {
    low: first === null ? 0 : rankFrom(connection, index, field, first),
    high: end === null ? none : rankFrom(connection, index, field, end),
  };
}

/** How many rows have a time in a span. */
export function countBetween(
  connection: Connection,
  index: RowIndex,
  field: TimeField,
  span: Required<Span>,
): number {
  const { first, end } = keysOf(span);
  if (first === null || end === null) return 0;
  const from = lowerBound(connection, index, field, first);
  return Math.max(0, lowerBound(connection, index, field, end) - from);
}

function placeAt(connection: Connection, index: RowIndex, field: TenantField, at: number) {
  return index.order(connection, ascending(field))[at];
}

/** Of a column in order, the index of the first row whose value is not before `key`. */
function lowerBound(
  connection: Connection,
  index: RowIndex,
  field: TenantField,
  key: string,
): number {
  const order = index.order(connection, ascending(field));
  return firstIndex(order.length, (at) => {
    const found = keyAt(connection, index, field, order[at] ?? 0);
    return found === null || orderings[field].compare(found, key) >= 0;
  });
}

function ascending(field: TenantField): Sort[] {
  return [{ field, direction: 'ascending' }];
}

function keyAt(connection: Connection, index: RowIndex, field: TenantField, place: number) {
  return orderings[field].key(index.valueAt(connection, field, place));
}
