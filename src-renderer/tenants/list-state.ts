import type { Layout } from '../../src-shared/account-settings.ts';
import type { Filter, Paging, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import { longestLivePage, pageSizes, type PageSize } from '../../src-shared/tenant-fields.ts';
import { filterFor } from '../filters/filter.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { sortFor } from './sorting.ts';

/** Rows of a page, or `all` of the saved list on one page that scrolls. */
export type ListPageSize = Layout['pageSize'];

/** Of a list that scrolls so many rows are read at a time. */
export const chunkRows = 100 satisfies PageSize;

/** A page before the one asked for: how it was asked for, and how many rows it had. */
interface PageBefore {
  paging: Paging;
  rows: number;
}

/** Which page of which list is asked for. */
export interface ListState {
  source: Source;
  filter: Filter;
  sort: Sort[] | undefined;
  pageSize: ListPageSize;
  paging: Paging;
  /** From the first one on. It is how rows are counted: no cursor tells. */
  pagesBefore: readonly PageBefore[];
}

/** A page that has come, with what was asked for to get it. */
export interface ShownPage {
  page: TenantPage;
  asked: ListState;
}

/** Where the app begins: the whole saved list, from its first row on. */
export function initialListState(pageSize: ListPageSize): ListState {
  return {
    source: 'saved',
    filter: {},
    sort: undefined,
    pageSize,
    paging: firstPaging(pageSize),
    pagesBefore: [],
  };
}

function firstPaging(pageSize: ListPageSize): Paging {
  return { limit: pageSize === 'all' ? chunkRows : pageSize };
}

/** The page sizes that a source can answer: the server gives no long page, and not the whole list. */
export function pageSizesOf(source: Source): ListPageSize[] {
  return source === 'saved'
    ? [...pageSizes, 'all']
    : pageSizes.filter((size) => size <= longestLivePage);
}

function pageSizeFor(source: Source, pageSize: ListPageSize): ListPageSize {
  return pageSizesOf(source).includes(pageSize) ? pageSize : longestLivePage;
}

/** The first page of the list after `changes`; a cursor belongs to the list it was given for. */
export function firstPage(
  state: ListState,
  changes: { filter?: Filter; sort?: Sort[] | undefined; pageSize?: ListPageSize } = {},
): ListState {
  const list = { ...state, ...changes };
  return { ...list, paging: firstPaging(list.pageSize), pagesBefore: [] };
}

/** The first page of the list filtered by `filter`; the page one is on when that is no change. */
export function filtered(state: ListState, filter: Filter): ListState {
  return isSame(state.filter, filter) ? state : firstPage(state, { filter });
}

/** Filters are small, plain and always written in the same order. */
function isSame(a: Filter, b: Filter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The same list as `source` has it, with the filters and the sort that it knows. A cursor belongs to its source, so
 * another one begins at the first page.
 */
export function listOf(source: Source, state: ListState): ListState {
  const known = {
    filter: filterFor(source, state.filter),
    sort: sortFor(source, state.sort),
    pageSize: pageSizeFor(source, state.pageSize),
  };
  return state.source === source ? { ...state, ...known } : { ...firstPage(state, known), source };
}

/** `page` of the list that `state` asks for, which may have what the page's source does not know. */
export function pageOf(state: ListState, page: ListState): ListState {
  const { filter, sort, pageSize } = state;
  return { ...page, filter, sort, pageSize };
}

/** The page after the one shown, or `null` when that was the last, or all there is. */
export function nextPage({ page, asked }: ShownPage): ListState | null {
  if (page.paging.next === null || asked.pageSize === 'all') return null;
  return {
    ...asked,
    paging: { limit: asked.paging.limit, after: page.paging.next },
    pagesBefore: [...asked.pagesBefore, { paging: asked.paging, rows: page.tenants.length }],
  };
}

/**
 * The page before the one shown, or `null` when that was the first. A server may show the end of its list by an empty
 * page, which has no cursor back: then the page before is asked for as it was the first time.
 */
export function previousPage({ page, asked }: ShownPage): ListState | null {
  const before = asked.pagesBefore.at(-1);
  if (before === undefined) return null;
  const { prev } = page.paging;
  return {
    ...asked,
    paging: prev === null ? before.paging : { limit: asked.paging.limit, before: prev },
    pagesBefore: asked.pagesBefore.slice(0, -1),
  };
}
