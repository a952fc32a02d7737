import type { Filter, Paging, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import type { PageSize } from '../../src-shared/tenant-fields.ts';

/** A page before the one asked for: how it was asked for, and how many rows it had. */
interface PageBefore {
  paging: Paging;
  rows: number;
}

/** Which page of which list is asked for. */
export interface ListState {
  filter: Filter;
  sort: Sort | undefined;
  paging: Paging;
  /** From the first one on. It is how rows are counted, since the API tells no total. */
  pagesBefore: readonly PageBefore[];
}

/** A page that has come, with what was asked for to get it. */
export interface ShownPage {
  page: TenantPage;
  asked: ListState;
}

export const initialListState: ListState = {
  filter: {},
  sort: undefined,
  paging: { limit: 50 },
  pagesBefore: [],
};

/** The first page of the list after `changes`; a cursor belongs to the list it was given for. */
export function firstPage(
  state: ListState,
  changes: { filter?: Filter; sort?: Sort | undefined; limit?: PageSize } = {},
): ListState {
  const { limit = state.paging.limit, ...list } = changes;
  return { ...state, ...list, paging: { limit }, pagesBefore: [] };
}

/** The first page of the list filtered by `filter`; the page one is on when that is no change. */
export function filtered(state: ListState, filter: Filter): ListState {
  const { name, ownerId } = state.filter;
  return name === filter.name && ownerId === filter.ownerId ? state : firstPage(state, { filter });
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
