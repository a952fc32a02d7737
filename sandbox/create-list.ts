import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { ApiError } from './errors.ts';
import { comparePositions, parseSort, positionOf } from './sort.ts';
import type { SortField } from './sort.ts';
import type { ListRequest, PagingResponse, SandboxRow } from './wire.ts';

export interface SandboxPage<Row> {
  rows: Row[];
  paging: PagingResponse;
}

/** All rows of a list, and its pages. */
export interface SandboxList<Row> {
  /** In no particular order. */
  readonly rows: readonly Row[];
  /**
   * Lists the page of one request. With `cursorsAtEnds`, every page with rows has `next` and `prev`.
   *
   * @throws {ApiError} `invalid_argument` if the request is refused.
   */
  readonly listPage: (
    request: ListRequest,
    options?: { cursorsAtEnds: boolean },
  ) => SandboxPage<Row>;
}

/**
 * Creates a list whose pages have keyset cursors: a page has the rows strictly after (or before) the cursor's sort value and
 * id, in the order of the list.
 */
export function createList<Row extends SandboxRow>(
  rows: readonly Row[],
  allowedSorts: readonly SortField[],
): SandboxList<Row> {
  const sortedLists = new Map<string, Row[]>();

  const listPage: SandboxList<Row>['listPage'] = (
    request,
    { cursorsAtEnds } = { cursorsAtEnds: false },
  ) => {
    const cursor = readCursor(request);
    const sortText = cursor?.sort ?? request.sort;
    const sort = parseSort(sortText, allowedSorts);
    const place = (row: Row) => positionOf(row, sort);

    const sorted =
      sortedLists.get(sortText) ??
      rows.toSorted((left, right) => comparePositions(place(left), place(right), sort));
    sortedLists.set(sortText, sorted);

    const matching = filterRows(sorted, request);
    const fromCursor = (row: Row, cursor: Cursor) => comparePositions(place(row), cursor, sort);

    let start = 0;
    let end = matching.length;
    if (request.before === '') {
      if (cursor) start = firstIndex(matching, (row) => fromCursor(row, cursor) > 0);
      end = Math.min(end, start + request.limit);
    } else {
      if (cursor) end = firstIndex(matching, (row) => fromCursor(row, cursor) >= 0);
      start = Math.max(start, end - request.limit);
    }

    const page = matching.slice(start, end);
    const cursorOn = (row: Row | undefined) =>
      row === undefined
        ? ''
        : encodeCursor({
            sort: sortText,
            name: request.name,
            ownerId: request.ownerId,
            ...place(row),
          });
    const { after, before, limit } = request;
    const next = cursorsAtEnds || end < matching.length ? cursorOn(page.at(-1)) : '';
    const prev = cursorsAtEnds || start > 0 ? cursorOn(page[0]) : '';
    return { rows: page, paging: { after, before, limit, sort: request.sort, next, prev } };
  };
  return { rows, listPage };
}

/** `.` means the first page as `after` and the last page as `before` (seen in the platform's server code). */
function readCursor(request: ListRequest): Cursor | undefined {
  const text = request.before || request.after;
  if (text === '.') return undefined;
  const cursor = decodeCursor(text);
  if (request.sort !== '' && request.sort !== cursor.sort) {
    throw new ApiError('invalid_argument', 'paging is invalid (sort does not match)');
  }
  if (request.name !== cursor.name || request.ownerId !== cursor.ownerId) {
    throw new ApiError('invalid_argument', 'paging is invalid (filter does not match)');
  }
  return cursor;
}

function filterRows<Row extends SandboxRow>(rows: Row[], { name, ownerId }: ListRequest): Row[] {
  if (name === '' && ownerId === '') return rows;
  const wanted = fold(name);
  // Nothing is left of a name of combining marks, and every text includes nothing.
  const matches = (own: string) =>
    wanted === '' ? own.normalize('NFC').includes(name) : fold(own).includes(wanted);
  return rows.filter((row) => (ownerId === '' || row.owner_id === ownerId) && matches(row.name));
}

/** Removes case and accents. Unicode does not decompose đ, so it is replaced. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** Binary search for the first index for which `holds` is true. Returns the length if there is none. */
function firstIndex<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
