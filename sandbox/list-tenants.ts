import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { ApiError } from './errors.ts';
import { comparePositions, parseSort, positionOf } from './sort.ts';
import type { SortField } from './sort.ts';
import type { ListRequest, PagingResponse, SandboxTenant } from './wire.ts';

export interface SandboxPage {
  tenants: SandboxTenant[];
  paging: PagingResponse;
}

/**
 * Lists the page of one request.
 *
 * @throws {ApiError} `invalid_argument` if the request is refused.
 */
export type ListTenants = (
  request: ListRequest,
  options?: { cursorsAtEnds: boolean },
) => SandboxPage;

/**
 * Creates the function that lists pages of `tenants` with keyset cursors: the rows strictly after (or before) the cursor's
 * sort value and id, in the order of the list. With `cursorsAtEnds`, every page with rows has `next` and `prev`.
 */
export function createTenantList(
  tenants: readonly SandboxTenant[],
  allowedSorts: readonly SortField[],
): ListTenants {
  const sortedLists = new Map<string, SandboxTenant[]>();

  return (request, { cursorsAtEnds } = { cursorsAtEnds: false }) => {
    const cursor = readCursor(request);
    const sortText = cursor?.sort ?? request.sort;
    const sort = parseSort(sortText, allowedSorts);
    const place = (tenant: SandboxTenant) => positionOf(tenant, sort);

    const sorted =
      sortedLists.get(sortText) ??
      tenants.toSorted((left, right) => comparePositions(place(left), place(right), sort));
    sortedLists.set(sortText, sorted);

    const rows = filterTenants(sorted, request);
    const fromCursor = (tenant: SandboxTenant, cursor: Cursor) =>
      comparePositions(place(tenant), cursor, sort);

    let start = 0;
    let end = rows.length;
    if (request.before === '') {
      if (cursor) start = firstIndex(rows, (tenant) => fromCursor(tenant, cursor) > 0);
      end = Math.min(end, start + request.limit);
    } else {
      if (cursor) end = firstIndex(rows, (tenant) => fromCursor(tenant, cursor) >= 0);
      start = Math.max(start, end - request.limit);
    }

    const page = rows.slice(start, end);
    const cursorOn = (tenant: SandboxTenant | undefined) =>
      tenant === undefined
        ? ''
        : encodeCursor({
            sort: sortText,
            name: request.name,
            ownerId: request.ownerId,
            ...place(tenant),
          });
    const { after, before, limit } = request;
    const next = cursorsAtEnds || end < rows.length ? cursorOn(page.at(-1)) : '';
    const prev = cursorsAtEnds || start > 0 ? cursorOn(page[0]) : '';
    return { tenants: page, paging: { after, before, limit, sort: request.sort, next, prev } };
  };
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

function filterTenants(tenants: SandboxTenant[], { name, ownerId }: ListRequest): SandboxTenant[] {
  if (name === '' && ownerId === '') return tenants;
  const wanted = fold(name);
  // Nothing is left of a name of combining marks, and every text includes nothing.
  const matches = (own: string) =>
    wanted === '' ? own.normalize('NFC').includes(name) : fold(own).includes(wanted);
  return tenants.filter(
    (tenant) => (ownerId === '' || tenant.owner_id === ownerId) && matches(tenant.name),
  );
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
