import { useRef, useState } from 'react';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import { handleGridKey, type GridActions as KeyActions } from '../keyboard/handle-grid-key.ts';
import { headerRow, type Cell } from '../keyboard/next-cell.ts';
import { cellOf, type CellFocus } from '../keyboard/use-cell-focus.ts';
import { moveField, resizeField } from '../layout/layout.ts';
import { useList } from '../list/list-provider.tsx';
import { nextSort, sortFields } from '../list/sorting.ts';
import { countRows, useRowAt } from '../list/use-rows.ts';
import type { Point } from '../ui/point-menu.tsx';
import type { ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';

interface GridElements {
  /** The scrolling area. */
  area: HTMLElement | null;
  /** In CSS pixels. */
  rowHeight: number;
  focus: CellFocus;
}

/** The open context menu: of a cell, or of a column if the cell is in the header. */
interface OpenMenu {
  cell: Cell;
  point: Point;
}

/** Returns what keys and the mouse do in the grid. */
export function useGridActions({ area, rowHeight, focus }: GridElements) {
  const { source, request, shown, setSort } = useList();
  const { gridLayout, fields, selection, copying, onOpen } = useGrid();
  const { layout, setLayout } = gridLayout;
  const { cell } = focus;
  const tenantAt = useRowAt();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  // A menu or the details take the focus a moment after they were opened. Keys pressed in between are ignored.
  const isLeaving = useRef(false);

  const withField = (column: number, act: (field: ColumnField) => void) => {
    const field = fields[column - 1];
    if (field !== undefined) act(field);
  };
  const withTenant = (row: number, act: (tenant: Tenant) => void) => {
    const tenant = tenantAt(row);
    if (tenant !== undefined) act(tenant);
  };
  const openDetails = (row: number) =>
    withTenant(row, (tenant) => {
      isLeaving.current = true;
      onOpen(tenant);
    });
  const showMenu = (wanted: OpenMenu) => {
    const { row, column } = wanted.cell;
    // The column that selects rows has no menu.
    const exists = row === headerRow ? column > 0 : tenantAt(row) !== undefined;
    if (!exists) return;
    isLeaving.current = true;
    setMenu(wanted);
  };
  const toggleRow = (row: number) => withTenant(row, (tenant) => selection.toggle(tenant, row));
  const copy = (hasHeader: boolean) => {
    if (selection.count > 0) {
      copying.copySelected(hasHeader);
      return;
    }
    withTenant(cell.row, (tenant) =>
      withField(cell.column, (field) => {
        if (hasHeader) copying.copyTenants([tenant], true);
        else copying.copyCell(tenant, field);
      }),
    );
  };
  const keyActions: KeyActions = {
    cell,
    rows: countRows(shown),
    columns: fields.length + 1,
    pageRows: () => {
      const visibleRows = Math.floor((area?.clientHeight ?? 0) / rowHeight);
      // One row less for the header, and one that stays visible.
      return Math.max(visibleRows - 2, 1);
    },
    focus: focus.focus,
    extendSelection: selection.extend,
    toggleRow,
    togglePage: selection.togglePage,
    selectAll: selection.selectAll,
    clearSelection: selection.clear,
    copy,
    openDetails,
    openMenu: (of) => {
      const element = document.activeElement?.closest('td, th');
      const { left, bottom } = element?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
      showMenu({ cell: of, point: { x: left + 8, y: bottom - 4 } });
    },
    sort: (column, isAdded) =>
      withField(column, (field) => {
        if (field === 'account' || !sortFields[source].includes(field)) return;
        setSort(nextSort(request.sort, field, { source, isAdded }));
      }),
    resize: (column, by) =>
      withField(column, (field) => {
        const header = area?.querySelector<HTMLElement>(
          `[data-row="${headerRow}"] [data-column="${field}"]`,
        );
        setLayout(resizeField(layout, field, (header?.offsetWidth ?? 0) + by));
      }),
    move: (column, step) =>
      withField(column, (field) => {
        if (field === 'account') return;
        const moved = moveField(layout, field, step);
        if (moved === layout) return;
        setLayout(moved);
        focus.focus({ ...cell, column: column + step });
      }),
  };
  const onClick = (event: MouseEvent) => {
    const clicked = cellOf(event.target);
    if (clicked === null || clicked.row === headerRow) return;
    if (event.shiftKey) {
      selection.extend(Math.max(cell.row, 0), clicked.row);
      focus.focus(clicked);
    } else if (event.ctrlKey || event.metaKey || clicked.column === 0) toggleRow(clicked.row);
    else if (event.target instanceof Element && event.target.closest('button') !== null) {
      openDetails(clicked.row);
    }
  };
  return {
    ...{ tenantAt, menu, move: keyActions.move, resize: keyActions.resize },
    closeMenu: () => {
      setMenu(null);
      isLeaving.current = false;
      focus.focus();
    },
    /** The event handlers of the table. */
    handlers: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        isLeaving.current = false;
        focus.onFocus(event);
      },
      onBlur: focus.onBlur,
      onKeyDown: (event: KeyboardEvent) => {
        if (!isLeaving.current) handleGridKey(event, keyActions);
      },
      onMouseDown: (event: MouseEvent) => {
        isLeaving.current = false;
        // Shift+click selects rows from the focused one. Without this, the browser would select text.
        if (event.shiftKey && event.button === 0) event.preventDefault();
      },
      onClick,
      onContextMenu: (event: MouseEvent) => {
        const clicked = cellOf(event.target);
        if (clicked === null) return;
        event.preventDefault();
        focus.focus(clicked);
        showMenu({ cell: clicked, point: { x: event.clientX, y: event.clientY } });
      },
      /** Called for *Copy* in the application's menu. The key is handled by `onKeyDown`. */
      onCopy: (event: ClipboardEvent) => {
        // Selected text is copied by the browser.
        if (getSelection()?.type === 'Range') return;
        event.preventDefault();
        copy(false);
      },
    },
  };
}

export type GridActions = ReturnType<typeof useGridActions>;
