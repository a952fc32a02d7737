import type { ShownPage } from './page-request.ts';

interface RowRange {
  /** From 1. */
  from: number;
  to: number;
  /** The number of rows of all pages; `null` if it is not known. The server's list knows it on the last page only. */
  total: number | null;
}

/**
 * Returns the position of the shown rows in the whole list, from the row counts of the previous pages. `null` for an empty
 * page, and if the counts contradict the total because the list has changed since the first page.
 */
export function rowRange({ page, request }: ShownPage): RowRange | null {
  if (page.tenants.length === 0) return null;
  if (request.pageSize === 'all' && page.total !== undefined) {
    return { from: 1, to: page.total, total: page.total };
  }
  const before = request.pagesBefore.reduce((sum, { rows }) => sum + rows, 0);
  const to = before + page.tenants.length;
  const isLast = page.paging.next === null;
  const { total = null } = page;
  if (total !== null && (isLast ? to !== total : to > total)) return null;
  return { from: before + 1, to, total: isLast ? to : total };
}
