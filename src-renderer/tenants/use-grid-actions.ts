import { useRef, useState } from 'react';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Cell } from '../keyboard/cell-step.ts';
import { headerRow } from '../keyboard/cell-step.ts';
import { handleGridKey, type GridActions } from '../keyboard/grid-keys.ts';
import type { useCellFocus } from '../keyboard/use-cell-focus.ts';
import { cellOf } from '../keyboard/use-cell-focus.ts';
import { moveField, resizeField, type ColumnField } from '../layout/layout.ts';
import type { Laying } from '../layout/use-layout.ts';
import type { Selecting } from '../selection/use-selection.ts';
import type { Point } from '../ui/point-menu.tsx';
import { nextSort, sortFields } from './sorting.ts';
import type { CopyRows } from './use-copy-rows.ts';
import type { List } from './use-list.ts';

interface Grid {
  list: List;
  laying: Laying;
  selecting: Selecting;
  copying: CopyRows;
  onOpen: (tenant: Tenant) => void;
  at: (place: number) => Tenant | undefined;
  count: number;
  fields: readonly ColumnField[];
  focusing: ReturnType<typeof useCellFocus>;
  /** In CSS pixels. */
  rowHeight: number;
  area: HTMLElement | null;
}

/** The menu that is open: of a cell, or of a column when that is in the header. */
export interface OpenMenu {
  cell: Cell;
  point: Point;
}

/** What keys and pointer do in the grid. */
export function useGridActions(grid: Grid) {
  const { list, laying, selecting, copying, onOpen, at, count, fields, focusing } = grid;
  const { cell } = focusing;
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  // Keys pressed before a menu or the details have taken the keyboard are not for the rows behind them.
  const isLeaving = useRef(false);
  const open = (tenant: Tenant) => {
    isLeaving.current = true;
    onOpen(tenant);
  };
  const { layout } = laying;
  const fieldAt = (column: number) => fields[column - 1];
  const isOfColumn = (column: number, act: (field: ColumnField) => void) => {
    const field = fieldAt(column);
    if (field !== undefined) act(field);
  };
  const withTenant = (row: number, act: (tenant: Tenant) => void) => {
    const tenant = at(row);
    if (tenant !== undefined) act(tenant);
  };
  const showMenu = (wanted: OpenMenu) => {
    const { row, column } = wanted.cell;
    // The column to select rows by stays as it is.
    const isThere = row === headerRow ? fieldAt(column) !== undefined : at(row) !== undefined;
    if (!isThere) return;
    isLeaving.current = true;
    setMenu(wanted);
  };
  const toggleRow = (row: number) => withTenant(row, (tenant) => selecting.toggle(tenant, row));
  const copy = (isWithHead: boolean) => {
    if (selecting.count > 0) copying.copySelected(isWithHead);
    else {
      withTenant(cell.row, (tenant) =>
        isOfColumn(cell.column, (field) => {
          if (isWithHead) copying.copyTenants([tenant], true);
          else copying.copyCell(tenant, field);
        }),
      );
    }
  };
  const keys: GridActions = {
    cell,
    rows: count,
    columns: fields.length + 1,
    pageRows: () => {
      const inSight = grid.area?.clientHeight ?? 0;
      // The header takes one, and one stays in sight for the eye to find.
      return Math.max(Math.floor(inSight / grid.rowHeight) - 2, 1);
    },
    focus: focusing.focus,
    extend: selecting.extend,
    toggleRow,
    togglePage: selecting.togglePage,
    selectAll: selecting.selectAll,
    clear: selecting.clear,
    copy,
    open: (row) => withTenant(row, open),
    openMenu: (of) => {
      const element = document.activeElement?.closest('td, th');
      const { left, bottom } = element?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
      showMenu({ cell: of, point: { x: left + 8, y: bottom - 4 } });
    },
    sort: (column, isAdded) =>
      isOfColumn(column, (field) => {
        const { source } = list;
        if (field === 'account' || !sortFields[source].includes(field)) return;
        list.setSort(nextSort(list.list.sort, field, { source, isAdded }));
      }),
    resize: (column, by) =>
      isOfColumn(column, (field) => {
        const header = grid.area?.querySelector<HTMLElement>(
          `[data-row="${headerRow}"] [data-column="${field}"]`,
        );
        laying.set(resizeField(layout, field, (header?.offsetWidth ?? 0) + by));
      }),
    move: (column, step) =>
      isOfColumn(column, (field) => {
        if (field === 'account') return;
        const moved = moveField(layout, field, step);
        if (moved === layout) return;
        laying.set(moved);
        // The focus goes with the column.
        focusing.focus({ ...cell, column: column + step });
      }),
  };
  return {
    ...keys,
    at,
    fields,
    menu,
    closeMenu: () => {
      setMenu(null);
      isLeaving.current = false;
      focusing.focus();
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      isLeaving.current = false;
      focusing.onFocus(event);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!isLeaving.current) handleGridKey(event, keys);
    },
    onMouseDown: (event: MouseEvent) => {
      isLeaving.current = false;
      // A click with Shift selects rows, not text; the range begins where the focus is.
      if (event.shiftKey && event.button === 0) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const clicked = cellOf(event.target);
      if (clicked === null || clicked.row === headerRow) return;
      if (event.shiftKey) {
        selecting.extend(Math.max(cell.row, 0), clicked.row);
        focusing.focus(clicked);
      } else if (event.ctrlKey || event.metaKey || clicked.column === 0) toggleRow(clicked.row);
      else if (event.target instanceof Element && event.target.closest('button') !== null) {
        withTenant(clicked.row, open);
      }
    },
    onContextMenu: (event: MouseEvent) => {
      const clicked = cellOf(event.target);
      if (clicked === null) return;
      event.preventDefault();
      focusing.focus(clicked);
      showMenu({ cell: clicked, point: { x: event.clientX, y: event.clientY } });
    },
    /** From the application's menu; the keys have been understood before. */
    onCopy: (event: ClipboardEvent) => {
      // Whoever has marked a part of a text wants that.
      if (getSelection()?.type === 'Range') return;
      event.preventDefault();
      copy(false);
    },
  };
}

export type ActingGrid = ReturnType<typeof useGridActions>;
