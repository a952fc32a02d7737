import type { Paging, Sort } from '../../src-shared/list-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { byId, orderings } from './collation.ts';
import type { Connection } from './connection.ts';
import { orderName, readCursor, writeCursor, type Cursor } from './cursor.ts';
import { firstIndex } from './binary-search.ts';
import type { Sequence } from './matching.ts';
import { findPart, firstPlace, readTenants, type Part } from './parts.ts';
import { findTenant, tenantAt } from './rows.ts';

/** A cursor in the order of arrival remembers so many rows: should one be gone, the next stands in for it. */
const neighbors = 6;

interface Ordered {
  connection: Connection;
  parts: readonly Part[];
  sequence: Sequence;
  /** Empty in the order of arrival. */
  sort: readonly Sort[];
}

/** One page of a sequence, and the cursors of the pages around it. */
export function readPage(
  ordered: Ordered,
  { after, before, offset = 0, limit }: Paging,
): { tenants: Tenant[]; accountIds: string[]; next: string | null; prev: string | null } {
  const { connection, parts, sequence } = ordered;
  let start = Math.min(offset, sequence.length);
  let end = Math.min(start + limit, sequence.length);
  if (after !== undefined) {
    start = edge(ordered, readCursor(after, ordered.sort), 'after');
    end = Math.min(start + limit, sequence.length);
  } else if (before !== undefined) {
    end = edge(ordered, readCursor(before, ordered.sort), 'before');
    start = Math.max(end - limit, 0);
  }
  const places = Array.from({ length: Math.max(end - start, 0) }, (_, index) =>
    sequence.at(start + index),
  );
  const { tenants, accountIds } = readTenants(connection, parts, places);
  const cursorAt = (at: number, step: 1 | -1) =>
    writeCursor(makeCursor(ordered, tenants, { start, at, step }));
  // Where rows went away under a reader, a page can be empty: the cursor it was asked by is then its edge.
  return {
    tenants,
    accountIds,
    next:
      end >= sequence.length ? null : tenants.length > 0 ? cursorAt(end - 1, -1) : (before ?? null),
    prev: start <= 0 ? null : tenants.length > 0 ? cursorAt(start, 1) : (after ?? null),
  };
}

/** All of a sequence, in batches, with the account of each row. */
export function* readAll(
  connection: Connection,
  { parts, sequence }: Pick<Ordered, 'parts' | 'sequence'>,
  batch: number,
): Generator<{ tenants: Tenant[]; accountIds: string[] }, void> {
  for (let start = 0; start < sequence.length; start += batch) {
    const length = Math.min(batch, sequence.length - start);
    const places = Array.from({ length }, (_, index) => sequence.at(start + index));
    yield readTenants(connection, parts, places);
  }
}

function makeCursor(
  { parts, sequence, sort }: Ordered,
  tenants: readonly Tenant[],
  { start, at, step }: { start: number; at: number; step: 1 | -1 },
): Cursor {
  const tenant = tenants[at - start];
  if (tenant === undefined) throw new Error('A cursor needs a row');
  const { part, place } = findPart(parts, sequence.at(at));
  const ids = [tenant.id];
  // Neighbors of the same page, towards its middle, and of the same part of a search.
  const isExact = at < sequence.exact;
  for (let count = 1; sort.length === 0 && count < neighbors; count++) {
    const neighbor = tenants[at - start + count * step];
    if (neighbor === undefined || at + count * step < sequence.exact !== isExact) break;
    const isOfSameList = findPart(parts, sequence.at(at + count * step)).part === part;
    if (!isOfSameList) break;
    if (neighbor.id !== '') ids.push(neighbor.id);
  }
  const values = sort.map(({ field }) => tenant[field]);
  return { sort: orderName(sort), values, isExact, accountId: part.accountId, ids, place };
}

/** The index of the first row after the cursor, or of the first that is not before it. */
function edge(ordered: Ordered, cursor: Cursor, side: 'after' | 'before'): number {
  const { sequence, sort } = ordered;
  if (sort.length > 0) {
    return firstIndex(sequence.length, (index) => {
      const difference = compareToCursor(ordered, sequence.at(index), cursor);
      return side === 'after' ? difference > 0 : difference >= 0;
    });
  }
  const { place, isThere } = placeOfCursor(ordered, cursor);
  // The row behind one that is gone has its place now.
  const isPast = (at: number) => (side === 'after' && isThere ? at > place : at >= place);
  const offset = cursor.isExact ? 0 : sequence.exact;
  const length = cursor.isExact ? sequence.exact : sequence.length - sequence.exact;
  return offset + firstIndex(length, (index) => isPast(sequence.at(offset + index)));
}

function placeOfCursor({ connection, parts }: Ordered, { accountId, ids, place }: Cursor) {
  const at = parts.findIndex((part) => part.accountId === accountId);
  const part = parts[at];
  // Of an account that is gone: its rows were somewhere, and the first ones are as good.
  if (part === undefined) return { place: 0, isThere: false };
  const first = firstPlace(parts, at);
  if (ids[0] === '') return { place: first + place, isThere: true };
  for (const id of ids) {
    const found = findTenant(connection, part.list, id);
    if (found !== null) return { place: first + found.place, isThere: true };
  }
  return { place: first + place, isThere: false };
}

/** Below 0 where the row comes before the cursor's: by its values, then id, then place; what is none comes last. */
function compareToCursor(
  { connection, parts, sort }: Ordered,
  place: number,
  cursor: Cursor,
): number {
  const [id = ''] = cursor.ids;
  const found = findPart(parts, place);
  const row = tenantAt(connection, found.part.list, found.place);
  const values = [...cursor.values, id];
  for (const [at, { field, direction }] of [...sort, byId].entries()) {
    const { key, compare } = orderings[field];
    const sign = direction === 'ascending' ? 1 : -1;
    const difference = compareKeys(
      key(row[field]),
      key(values[at] ?? null),
      (a, b) => sign * compare(a, b),
    );
    if (difference !== 0) return difference;
  }
  // Rows without an id are not told apart by it, and two accounts may have the same tenant.
  const at = parts.findIndex(({ accountId }) => accountId === cursor.accountId);
  return found.at - at || (id === '' ? found.place - cursor.place : 0);
}

function compareKeys(
  a: string | null,
  b: string | null,
  compare: (a: string, b: string) => number,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}
