import { valueOf } from '../../../src-shared/record-values.ts';
import type { ListedRecord, Paging, Sort } from '../../../src-shared/list-tenants.ts';
import { firstIndex } from '../index/binary-search.ts';
import { byId, orderings, vietnamese } from '../index/orderings.ts';
import { findPart, totalLength } from '../index/parts.ts';
import { sortedCharacters } from '../rows/row-set.ts';
import { annotationValue, isAnnotationField } from './annotation-values.ts';
import { decodeCursor, encodeCursor, orderName, type Cursor } from './cursor.ts';
import { positionOfList, type ListPart } from './list-parts.ts';
import { placesBetween, type Sequence } from './sequence.ts';
import { readTenant, readTenants, type HistoricRows, type ListedTenants } from './tenant-reader.ts';

/** How many ids a cursor has if there is no sort order. */
const idsInCursor = 6;

interface OrderedRows extends HistoricRows {
  sequence: Sequence;
  /**
   * The order of the rows. The rows of a search that are in `sequence.exact` come first, in the same order. Empty if the
   * rows are in the order in which they were read.
   */
  sort: readonly Sort[];
}

interface ReadPage extends ListedTenants {
  paging: { next: string | null; prev: string | null; limit: number };
}

/** Reads one page of a sequence. @throws AppError `request_refused` for an invalid cursor. */
export function readPage(
  ordered: OrderedRows,
  { after, before, offset = 0, limit }: Paging,
): ReadPage {
  const { sequence, sort } = ordered;
  let start = Math.min(offset, sequence.length);
  let end = Math.min(start + limit, sequence.length);
  if (after !== undefined) {
    start = positionOf(ordered, decodeCursor(after, sort), 'after');
    end = Math.min(start + limit, sequence.length);
  } else if (before !== undefined) {
    end = positionOf(ordered, decodeCursor(before, sort), 'before');
    start = Math.max(end - limit, 0);
  }
  const page = readTenants(ordered, placesBetween(sequence, start, end));
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
  { parts, sequence, sort, changes }: OrderedRows,
  tenants: readonly ListedRecord[],
  { start, position, step }: { start: number; position: number; step: 1 | -1 },
): string | null {
  const tenant = tenants[position - start];
  if (tenant === undefined) return null;
  const { part, place } = findPart(parts, sequence.at(position));
  const isExact = position < sequence.exact;
  const ids = [tenant.id];
  // Add the ids of adjacent rows, as long as they are in the same list.
  for (let count = 1; sort.length === 0 && count < idsInCursor; count++) {
    const next = position + count * step;
    const neighbor = tenants[next - start];
    if (neighbor === undefined) break;
    if (findPart(parts, sequence.at(next)).part !== part) break;
    if (neighbor.id !== '') ids.push(neighbor.id);
  }
  // A sort key needs no more of a value.
  const { listId } = part;
  const values = sort.map(({ field }) => {
    if (field === 'foundAt') return String(changes?.runOf(sequence.at(position)) ?? 0);
    if (field === 'account') return String(positionOfList(parts, listId));
    return sortValueOf(tenant, field)?.slice(0, sortedCharacters) ?? null;
  });
  return encodeCursor({ sort: orderName(sort), values, isExact, listId, ids, place });
}

/**
 * Returns the position where a page starts or ends: of the first row `after` the cursor's row, or of the first row that
 * is not `before` it.
 */
function positionOf(ordered: OrderedRows, cursor: Cursor, side: 'after' | 'before'): number {
  const { sequence, sort } = ordered;
  if (sort.length > 0) {
    const compare = comparisonTo(cursor, ordered);
    const start = cursor.isExact ? 0 : sequence.exact;
    const length = cursor.isExact ? sequence.exact : sequence.length - sequence.exact;
    const found = firstIndex(length, (position) => {
      const difference = compare(sequence.at(start + position));
      return side === 'after' ? difference > 0 : difference >= 0;
    });
    return start + found;
  }
  const { place: cursorPlace, isFound } = findCursorRow(ordered, cursor);
  // If the row was deleted, the row that followed it may have its place now.
  const isPast = (place: number) =>
    side === 'after' && isFound ? place > cursorPlace : place >= cursorPlace;
  return firstIndex(sequence.length, (position) => isPast(sequence.at(position)));
}

/** Finds the place of the cursor's row among the rows of all parts. If it was deleted, estimates the place. */
function findCursorRow({ parts }: OrderedRows, { listId, ids, place }: Cursor) {
  const position = positionOfList(parts, listId);
  // The list itself was removed. Any place is as good as another, so continue at the beginning.
  if (position < 0) return { place: 0, isFound: false };
  const firstPlace = totalLength(parts.slice(0, position));
  if (ids[0] === '') return { place: firstPlace + place, isFound: true };
  for (const id of ids) {
    const found = findPlace(parts, listId, id);
    if (found !== null) return { place: found, isFound: true };
  }
  return { place: firstPlace + place, isFound: false };
}

/** Finds the row of a tenant, which may have gone since the cursor was made. */
function findPlace(parts: readonly ListPart[], listId: string, id: string): number | null {
  let start = 0;
  for (const part of parts) {
    const place = part.listId === listId ? part.rows.findPlace(id) : null;
    if (place !== null) return start + place;
    start += part.length;
  }
  return null;
}

/**
 * Returns a comparison of the row at a place with the cursor's row: by their values, then in the order of equal rows. It
 * is negative if the row at the place comes first.
 */
function comparisonTo(cursor: Cursor, ordered: OrderedRows): (place: number) => number {
  const { parts, sort, changes } = ordered;
  const endsInListOrder = sort.at(-1)?.field === 'foundAt';
  const sorts = endsInListOrder ? sort : [...sort, byId];
  const [id = ''] = cursor.ids;
  const cursorValues = [...cursor.values, id];
  const cursorRow = findCursorRow(ordered, cursor);
  const cursorPosition = positionOfList(parts, cursor.listId);
  const positionAt = (place: number) => positionOfList(parts, findPart(parts, place).part.listId);
  // If the cursor's list was removed, the list that followed it has its position now.
  const accountPosition = (before: number) => (cursorPosition < 0 ? before - 0.5 : cursorPosition);
  return (place) => {
    const tenant = readTenant(ordered, place);
    for (const [index, { field, direction }] of sorts.entries()) {
      const sign = direction === 'ascending' ? 1 : -1;
      const cursorValue = cursorValues[index] ?? null;
      const difference =
        field === 'foundAt'
          ? sign * ((changes?.runOf(place) ?? 0) - Number(cursorValue))
          : field === 'account'
            ? sign * (positionAt(place) - accountPosition(Number(cursorValue)))
            : compareValues({ field, sign }, sortValueOf(tenant, field), cursorValue);
      if (difference !== 0) return difference;
    }
    // If the cursor's row was deleted, the row that followed it may have its place now.
    if (endsInListOrder) return place - cursorRow.place + (cursorRow.isFound ? 0 : 0.5);
    // Two lists may have the same tenant, and several rows may have no id.
    const found = findPart(parts, place);
    const lists = positionOfList(parts, found.part.listId) - cursorPosition;
    return lists || (id === '' ? found.place - cursor.place : 0);
  };
}

/** A field that rows have a value of. */
type ValueField = Exclude<Sort['field'], 'foundAt' | 'account'>;

function sortValueOf(tenant: ListedRecord, field: ValueField): string | null {
  return isAnnotationField(field) ? annotationValue(field, tenant) : valueOf(tenant, field);
}

/** Compares two values. Missing ones come last, in both directions. */
function compareValues(
  { field, sign }: { field: ValueField; sign: number },
  first: string | null,
  second: string | null,
): number {
  const { key, compare } = isAnnotationField(field) ? vietnamese : orderings[field];
  const [a, b] = [key(first), key(second)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * compare(a, b);
}
