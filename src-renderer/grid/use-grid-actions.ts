import { useRef, useState } from 'react';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import { oneTenant } from '../annotations/marked-tenants.ts';
import { handleGridKey, type GridKeyActions } from '../keyboard/handle-grid-key.ts';
import { headerRow, type Cell } from '../keyboard/next-cell.ts';
import { cellOf, type CellFocus } from '../keyboard/use-cell-focus.ts';
import { useList } from '../list/list-provider.tsx';
import { countRows, useRowAt } from '../list/use-rows.ts';
import type { Point } from '../ui/point-menu.tsx';
import { useGrid } from './grid-provider.tsx';
import { useColumnActions } from './use-column-actions.ts';
import type { ColumnWidths } from './use-column-widths.ts';

interface GridElements {
  /** The scrolling area. */
  area: HTMLElement | null;
  /** In CSS pixels. */
  rowHeight: number;
  focus: CellFocus;
  widths: ColumnWidths;
}

/** The open context menu: of a cell, or of a column if the cell is in the header. */
interface OpenMenu {
  cell: Cell;
  point: Point;
}

/** Returns what keys and the mouse do in the grid. */
export function useGridActions({ area, rowHeight, focus, widths }: GridElements) {
  const { accountKey, records, shown, source } = useList();
  const { fields, selection, copying, onOpen } = useGrid();
  const { mark, change } = useAnnotations();
  const { cell } = focus;
  const tenantAt = useRowAt();
  const columnActions = useColumnActions({ focus, widths });
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  // A menu or the details take the focus a moment after they were opened. Keys pressed in between are ignored.
  const isLeaving = useRef(false);

  const withTenant = (row: number, act: (tenant: ListedRecord) => void) => {
    const tenant = tenantAt(row);
    if (tenant !== undefined) act(tenant);
  };
  const openDetails = (row: number) =>
    withTenant(row, (tenant) => {
      isLeaving.current = true;
      onOpen(tenant, row);
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
  /** Stars the tenant of a row, or removes its star, if it can have one. */
  const toggleStar = (row: number, annotate: typeof mark) =>
    withTenant(row, (tenant) => {
      if (source === 'live' || records === 'hotlines' || tenant.id === '') return;
      const { accountId, tenants } = oneTenant(accountKey.accountId, tenant);
      const isStarred = tenant.annotation?.isStarred !== true;
      annotate({ accountId, tenants, change: { isStarred } });
    });
  const copy = (hasHeader: boolean) => {
    if (selection.count > 0) {
      copying.copySelected(hasHeader);
      return;
    }
    const field = fields[cell.column - 1];
    if (field === undefined) return;
    withTenant(cell.row, (tenant) => {
      if (hasHeader) copying.copyTenants([tenant], true);
      else copying.copyCell(tenant, field);
    });
  };
  const keyActions: GridKeyActions = {
    cell,
    rows: countRows(shown),
    columns: fields.length + 1,
    pageRows: () => countPageRows(area, rowHeight),
    focus: focus.focus,
    extendSelection: selection.extend,
    toggleRow,
    // With a notice that says what the key did.
    toggleStar: (row) => toggleStar(row, mark),
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
    ...columnActions,
  };
  const onClick = (event: MouseEvent) => {
    const clicked = cellOf(event.target);
    if (clicked === null || clicked.row === headerRow) return;
    const isOnStar =
      event.target instanceof Element && event.target.closest('[data-star]') !== null;
    if (isOnStar) toggleStar(clicked.row, change);
    else if (event.shiftKey) {
      selection.extend(Math.max(cell.row, 0), clicked.row);
      focus.focus(clicked);
    } else if (event.ctrlKey || event.metaKey || clicked.column === 0) toggleRow(clicked.row);
    else if (event.target instanceof Element && event.target.closest('button') !== null) {
      openDetails(clicked.row);
    }
  };
  return {
    ...columnActions,
    tenantAt,
    menu,
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

/**
 * Returns how many rows Page Up and Page Down move by. It is a function of its own because the React Compiler would read
 * `area.clientHeight` in each render, which forces a layout.
 */
function countPageRows(area: HTMLElement | null, rowHeight: number): number {
  const visibleRows = Math.floor((area?.clientHeight ?? 0) / rowHeight);
  // One row less for the header, and one that stays visible.
  return Math.max(visibleRows - 2, 1);
}

export type GridActions = ReturnType<typeof useGridActions>;
