import type { Filter, Paging, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import { longestLivePage, type PageSize } from '../../src-shared/tenant-fields.ts';
import { filterFor } from '../filters/filter.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { sortFor } from './sorting.ts';

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
  paging: Paging;
  /** From the first one on. It is how rows are counted: no cursor tells. */
  pagesBefore: readonly PageBefore[];
}

/** A page that has come, with what was asked for to get it. */
export interface ShownPage {
  page: TenantPage;
  asked: ListState;
}

export const initialListState: ListState = {
  source: 'saved',
  filter: {},
  sort: undefined,
  paging: { limit: 50 },
  pagesBefore: [],
};

/** The first page of the list after `changes`; a cursor belongs to the list it was given for. */
export function firstPage(
  state: ListState,
  changes: { filter?: Filter; sort?: Sort[] | undefined; limit?: PageSize } = {},
): ListState {
  const { limit = state.paging.limit, ...list } = changes;
  return { ...state, ...list, paging: { limit }, pagesBefore: [] };
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
  };
  if (state.source === source) return { ...state, ...known };
  const { limit } = state.paging;
  const offered = source === 'live' && limit > longestLivePage ? longestLivePage : limit;
  return { ...firstPage(state, { ...known, limit: offered }), source };
}

/** `page` of the list that `state` asks for, which may have filters that the page's source does not know. */
export function pageOf(state: ListState, page: ListState): ListState {
  return { ...page, filter: state.filter, sort: state.sort };
}

/** The page after the one shown, or `null` when that was the last. */
export function nextPage({ page, asked }: ShownPage): ListState | null {
  if (page.paging.next === null) return null;
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
