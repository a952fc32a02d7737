import type { FieldSort, Paging } from '../../../src-shared/list-tenants.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import { firstIndex } from '../index/binary-search.ts';
import { byId, orderings } from '../index/orderings.ts';
import { findPart, totalLength } from '../index/parts.ts';
import { sortedCharacters } from '../rows/row-set.ts';
import { decodeCursor, encodeCursor, orderName, type Cursor } from './cursor.ts';
import { readTenants, type ListedTenants, type ListPart } from './list-parts.ts';
import { placesBetween, type Sequence } from './sequence.ts';

/** How many ids a cursor has if there is no sort order. */
const idsInCursor = 6;

interface OrderedRows {
  parts: readonly ListPart[];
  sequence: Sequence;
  /** Empty if the rows are in the order in which they were read. */
  sort: readonly FieldSort[];
}

interface ReadPage extends ListedTenants {
  paging: { next: string | null; prev: string | null; limit: number };
}

/** Reads one page of a sequence. @throws AppError `request_refused` for an invalid cursor. */
export function readPage(
  ordered: OrderedRows,
  { after, before, offset = 0, limit }: Paging,
): ReadPage {
  const { parts, sequence, sort } = ordered;
  let start = Math.min(offset, sequence.length);
  let end = Math.min(start + limit, sequence.length);
  if (after !== undefined) {
    start = positionOf(ordered, decodeCursor(after, sort), 'after');
    end = Math.min(start + limit, sequence.length);
  } else if (before !== undefined) {
    end = positionOf(ordered, decodeCursor(before, sort), 'before');
    start = Math.max(end - limit, 0);
  }
  const page = readTenants(parts, placesBetween(sequence, start, end));
  const last = createCursor(ordered, page.tenants, { start, position: end - 1, step: -1 });
  const first = createCursor(ordered, page.tenants, { start, position: start, step: 1 });
  return {
    ...page,
    paging: {
      // A page can be empty if its rows were deleted. The requested cursor is then its boundary.
      next: end >= sequence.length ? null : (last ?? before ?? null),
      prev: start <= 0 ? null : (first ?? after ?? null),
      limit,
    },
  };
}

/**
 * Creates the cursor of the first or the last row of a page.
 *
 * @param start the position of the page's first row.
 * @param step the direction from the row into the page.
 * @returns `null` if the page is empty.
 */
function createCursor(
  { parts, sequence, sort }: OrderedRows,
  tenants: readonly Tenant[],
  { start, position, step }: { start: number; position: number; step: 1 | -1 },
): string | null {
  const tenant = tenants[position - start];
  if (tenant === undefined) return null;
  const { part, place } = findPart(parts, sequence.at(position));
  const isExact = position < sequence.exact;
  const ids = [tenant.id];
  // Add the ids of adjacent rows, as long as they are in the same list and match the search equally well.
  for (let count = 1; sort.length === 0 && count < idsInCursor; count++) {
    const next = position + count * step;
    const neighbor = tenants[next - start];
    if (neighbor === undefined || next < sequence.exact !== isExact) break;
    if (findPart(parts, sequence.at(next)).part !== part) break;
    if (neighbor.id !== '') ids.push(neighbor.id);
  }
  // A sort key needs no more of a value.
  const values = sort.map(({ field }) => tenant[field]?.slice(0, sortedCharacters) ?? null);
  const { listId } = part;
  return encodeCursor({ sort: orderName(sort), values, isExact, listId, ids, place });
}

/**
 * Returns the position where a page starts or ends: of the first row `after` the cursor's row, or of the first row that
 * is not `before` it.
 */
function positionOf(ordered: OrderedRows, cursor: Cursor, side: 'after' | 'before'): number {
  const { sequence, sort } = ordered;
  if (sort.length > 0) {
    return firstIndex(sequence.length, (position) => {
      const difference = compareToCursor(ordered, sequence.at(position), cursor);
      return side === 'after' ? difference > 0 : difference >= 0;
    });
  }
  const { place: cursorPlace, isFound } = findCursorRow(ordered, cursor);
  // If the row was deleted, the row that followed it may have its place now.
  const isPast = (place: number) =>
    side === 'after' && isFound ? place > cursorPlace : place >= cursorPlace;
  const start = cursor.isExact ? 0 : sequence.exact;
  const length = cursor.isExact ? sequence.exact : sequence.length - sequence.exact;
  return start + firstIndex(length, (position) => isPast(sequence.at(start + position)));
}

/** Finds the place of the cursor's row among the rows of all parts. If it was deleted, estimates the place. */
function findCursorRow({ parts }: OrderedRows, { listId, ids, place }: Cursor) {
  const position = parts.findIndex((part) => part.listId === listId);
  const part = parts[position];
  // The list itself was removed. Any place is as good as another, so continue at the beginning.
  if (part === undefined) return { place: 0, isFound: false };
  const firstPlace = totalLength(parts.slice(0, position));
  if (ids[0] === '') return { place: firstPlace + place, isFound: true };
  for (const id of ids) {
    const found = part.rows.find(id);
    if (found !== null) return { place: firstPlace + found.place, isFound: true };
  }
  return { place: firstPlace + place, isFound: false };
}

/** Compares the row at `place` with the cursor's row: by their values, then id, then place. Negative if it comes first. */
function compareToCursor({ parts, sort }: OrderedRows, place: number, cursor: Cursor): number {
  const [id = ''] = cursor.ids;
  const found = findPart(parts, place);
  const tenant = found.part.rows.tenantAt(found.place);
  const cursorValues = [...cursor.values, id];
  for (const [index, { field, direction }] of [...sort, byId].entries()) {
    const { key, compare } = orderings[field];
    const sign = direction === 'ascending' ? 1 : -1;
    const difference = compareKeys(
      key(tenant[field]),
      key(cursorValues[index] ?? null),
      (a, b) => sign * compare(a, b),
    );
    if (difference !== 0) return difference;
  }
  // Two lists may have the same tenant, and several rows may have no id.
  const cursorPosition = parts.findIndex(({ listId }) => listId === cursor.listId);
  return found.position - cursorPosition || (id === '' ? found.place - cursor.place : 0);
}

/** Compares two sort keys. Missing ones come last, regardless of the direction of `compare`. */
function compareKeys(
  a: string | null,
  b: string | null,
  compare: (a: string, b: string) => number,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}
