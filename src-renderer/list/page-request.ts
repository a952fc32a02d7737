import { defaultSort } from '../../src-shared/default-sort.ts';
import type { Layout } from '../../src-shared/account-settings.ts';
import type { Filter, Paging, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { longestLivePage, pageSizes, type PageSize } from '../../src-shared/tenant-fields.ts';
import type { Source } from './choose-source.ts';
import { filterFor } from './conditions.ts';
import { sortFor } from './sorting.ts';

/** The number of rows per page; `all` for the whole saved list on one page that scrolls. */
export type ListPageSize = Layout['pageSize'];

/** The number of rows that are read at once when the page is the whole list. */
export const chunkSize = 100 satisfies PageSize;

/** A page before the requested one. */
interface PageBefore {
  paging: Paging;
  rows: number;
}

/** Says which page of which list to read. */
export interface PageRequest {
  /** What the list consists of. */
  records: RecordKind;
  source: Source;
  filter: Filter;
  /** `undefined` for the default order. */
  sort: Sort[] | undefined;
  pageSize: ListPageSize;
  paging: Paging;
  /** All pages before this one, from the first. Cursors have no positions, so rows are counted from these. */
  pagesBefore: readonly PageBefore[];
}

/** A page with the request that it answers. */
export interface ShownPage {
  page: TenantPage;
  request: PageRequest;
}

/** Returns a request for the first page of the saved list. */
export function initialRequest(
  pageSize: ListPageSize,
  {
    records = 'tenants',
    filter = {},
    sort,
  }: { records?: RecordKind; filter?: Filter; sort?: Sort[] | undefined } = {},
): PageRequest {
  return {
    records,
    source: 'saved',
    filter,
    sort,
    pageSize,
    paging: firstPaging(pageSize),
    pagesBefore: [],
  };
}

function firstPaging(pageSize: ListPageSize): Paging {
  return { limit: pageSize === 'all' ? chunkSize : pageSize };
}

/** Returns the page sizes that a source supports. */
export function pageSizesOf(source: Source): ListPageSize[] {
  return source === 'saved'
    ? [...pageSizes, 'all']
    : pageSizes.filter((size) => size <= longestLivePage);
}

function pageSizeFor(source: Source, pageSize: ListPageSize): ListPageSize {
  return pageSizesOf(source).includes(pageSize) ? pageSize : longestLivePage;
}

/** Returns the request for the first page after `changes`. The cursors of the old list are dropped. */
export function firstPage(
  request: PageRequest,
  changes: Partial<Pick<PageRequest, 'records' | 'filter' | 'sort' | 'pageSize'>> = {},
): PageRequest {
  const changed = { ...request, ...changes };
  return { ...changed, paging: firstPaging(changed.pageSize), pagesBefore: [] };
}

/** Returns the request for the first page with `filter`; the same request if the filter does not change. */
export function withFilter(request: PageRequest, filter: Filter): PageRequest {
  return isEqual(request.filter, filter) ? request : firstPage(request, { filter });
}

/** Filters are small, and their keys always have the same order. */
function isEqual(a: Filter, b: Filter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Converts a request to one that `source` supports, in the default order if the user has chosen none. Cursors belong to
 * one source, so the request starts at the first page if it was for another source.
 *
 * @param isReadInFull Until the list has been read in full, its default order is the one in which it is read: in any
 * other, rows would move with each page that arrives.
 */
export function requestFor(source: Source, request: PageRequest, isReadInFull = true): PageRequest {
  const filter = filterFor(source, request.filter);
  const sort = sortFor(source, filter, request.sort);
  const supported = {
    filter,
    sort: sort ?? (isReadInFull ? defaultSort(source, filter) : undefined),
    pageSize: pageSizeFor(source, request.pageSize),
  };
  return request.source === source
    ? { ...request, ...supported }
    : { ...firstPage(request, supported), source };
}

/** Returns a request for `page` with the filter, sort and page size of `request`, which `page` may not support. */
export function withPage(request: PageRequest, page: PageRequest): PageRequest {
  const { filter, sort, pageSize } = request;
  return { ...page, filter, sort, pageSize };
}

/** Returns the request for the next page; `null` if there is none. */
export function nextPage({ page, request }: ShownPage): PageRequest | null {
  if (page.paging.next === null || request.pageSize === 'all') return null;
  return {
    ...request,
    paging: { limit: request.paging.limit, after: page.paging.next },
    pagesBefore: [...request.pagesBefore, { paging: request.paging, rows: page.tenants.length }],
  };
}

/**
 * Returns the request for the previous page; `null` on the first page. The server may end its list with an empty page
 * that has no cursor back. The previous page is then requested as it was the first time.
 */
export function previousPage({ page, request }: ShownPage): PageRequest | null {
  const before = request.pagesBefore.at(-1);
  if (before === undefined) return null;
  const { prev } = page.paging;
  return {
    ...request,
    paging: prev === null ? before.paging : { limit: request.paging.limit, before: prev },
    pagesBefore: request.pagesBefore.slice(0, -1),
  };
}
