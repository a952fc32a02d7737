import type { ShownPage } from './list-state.ts';

export interface RowRange {
  /** Counted from 1. */
  from: number;
  to: number;
  /** Of the saved list always known, of the server's only on the last page. */
  total: number | null;
}

/**
 * Where the rows shown stand in the whole list, counted on the way; `null` for a page without rows, and when the count
 * cannot be right because the list has changed since it began.
 */
export function rowRange({ page, asked }: ShownPage): RowRange | null {
  if (page.tenants.length === 0) return null;
  if (asked.pageSize === 'all' && page.total !== undefined) {
    return { from: 1, to: page.total, total: page.total };
  }
  const before = asked.pagesBefore.reduce((sum, { rows }) => sum + rows, 0);
  const to = before + page.tenants.length;
  const isLast = page.paging.next === null;
  const { total = null } = page;
  if (total !== null && (isLast ? to !== total : to > total)) return null;
  return { from: before + 1, to, total: isLast ? to : total };
}
