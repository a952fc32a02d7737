import { headerRow } from '../keyboard/next-cell.ts';
import type { CellFocus } from '../keyboard/use-cell-focus.ts';
import { moveField, resizeField } from '../layout/layout.ts';
import { useList } from '../list/list-provider.tsx';
import { findSortField, nextSort } from '../list/sorting.ts';
import { isTenantField, type ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';

interface GridElements {
  /** The scrolling area. */
  area: HTMLElement | null;
  focus: CellFocus;
}

/** Returns functions that sort by, resize and move the column with a number. Column 0 has the checkboxes. */
export function useColumnActions({ area, focus }: GridElements) {
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
      withField(column, (field) => {
        const header = area?.querySelector<HTMLElement>(
          `[data-row="${headerRow}"] [data-column="${field}"]`,
        );
        setLayout(resizeField(layout, field, (header?.offsetWidth ?? 0) + by));
      }),
    /** Moves the column to the left (-1) or right (1). The focus moves with it. */
    move: (column: number, step: -1 | 1) =>
      withField(column, (field) => {
        if (!isTenantField(field)) return;
        const moved = moveField(layout, field, step);
        if (moved === layout) return;
        setLayout(moved);
        focus.focus({ ...focus.cell, column: column + step });
      }),
  };
}
