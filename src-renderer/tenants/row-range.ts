import type { ShownPage } from './list-state.ts';

export interface RowRange {
  /** Counted from 1. */
  from: number;
  to: number;
  /** Known only on the last page. */
  total: number | null;
}

/** Where the rows shown stand in the whole list, counted on the way; `null` for a page without rows. */
export function rowRange({ page, asked }: ShownPage): RowRange | null {
  if (page.tenants.length === 0) return null;
  const before = asked.pagesBefore.reduce((sum, { rows }) => sum + rows, 0);
  const to = before + page.tenants.length;
  return { from: before + 1, to, total: page.paging.next === null ? to : null };
}
