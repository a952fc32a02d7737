import type { CellFocus } from '../keyboard/use-cell-focus.ts';
import { moveField } from '../layout/layout.ts';
import { useList } from '../list/list-provider.tsx';
import { findSortField, nextSort } from '../list/sorting.ts';
import { isMovable, type ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';
import type { ColumnWidths } from './use-column-widths.ts';

interface GridElements {
  focus: CellFocus;
  widths: ColumnWidths;
}

/** Returns functions that sort by, resize and move the column with a number. Column 0 has the checkboxes. */
export function useColumnActions({ focus, widths }: GridElements) {
  const { source, request, setSort } = useList();
  const { gridLayout, fields } = useGrid();
  const { layout, setLayout } = gridLayout;
  const withField = (column: number, act: (field: ColumnField) => void) => {
    const field = fields[column - 1];
    if (field !== undefined) act(field);
  };
  return {
    /** @param isAdded keeps the sort by another column, and adds this one. */
    sort: (column: number, isAdded: boolean) =>
      withField(column, (field) => {
        const sortField = findSortField(field, source, request.filter);
        if (sortField === null) return;
        setSort(nextSort(request.sort, sortField, { source, isAdded }));
      }),
    /** @param by in CSS pixels. */
    resize: (column: number, by: number) =>
      withField(column, (field) => widths.resizeBy(field, by)),
    /** Makes the column as wide as the rows on screen need. */
    fit: (column: number) => withField(column, widths.fit),
    /** Moves the column to the left (-1) or right (1). The focus moves with it. */
    move: (column: number, step: -1 | 1) =>
      withField(column, (field) => {
        if (!isMovable(field)) return;
        const moved = moveField(layout, field, step);
        if (moved === layout) return;
        setLayout(moved);
        focus.focus({ ...focus.cell, column: column + step });
      }),
  };
}
