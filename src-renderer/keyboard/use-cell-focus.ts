import { useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { headerRow, type Cell } from './next-cell.ts';

interface GridSize {
  rows: number;
  columns: number;
  /** Holds a function that scrolls to a row where the browser cannot do it, and returns whether it did. */
  scrollToRow: RefObject<((row: number) => boolean) | null>;
}

/**
 * Keeps track of the one cell of the grid that Tab reaches, and focuses it while the grid has the focus. Rows carry their
 * number in `data-row`.
 */
export function useCellFocus(area: HTMLElement | null, { rows, columns, scrollToRow }: GridSize) {
  const [chosen, setChosen] = useState<Cell>({ row: 0, column: 1 });
  const hasFocus = useRef(false);
  const mustMove = useRef(false);
  // The page may have fewer rows than the previous one, and a column may have been hidden.
  const cell: Cell = {
    row: rows === 0 ? headerRow : Math.min(chosen.row, rows - 1),
    column: Math.min(chosen.column, columns - 1),
  };

  useLayoutEffect(() => {
    // The focus is lost if React has removed the focused cell.
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (!mustMove.current && !isLost) return;
    mustMove.current = false;
    const element = elementOf(area, cell);
    // focus() scrolls the cell to the center, but does not scroll if a part of the cell is visible.
    element?.focus({ preventScroll: true });
    const show = () => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // React moves the rows after this effect.
    if (cell.row !== headerRow && scrollToRow.current?.(cell.row)) queueMicrotask(show);
    else show();
  });

  return {
    cell,
    /** Focuses a cell and scrolls to it. Without an argument, it focuses the cell that had the focus last. */
    focus: (next?: Cell) => {
      mustMove.current = true;
      setChosen((before) => ({ ...(next ?? before) }));
    },
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      hasFocus.current = true;
      const focused = cellOf(target);
      if (focused !== null && (focused.row !== cell.row || focused.column !== cell.column)) {
        setChosen(focused);
      }
    },
    onBlur: () => {
      hasFocus.current = false;
    },
  };
}

export type CellFocus = ReturnType<typeof useCellFocus>;

function elementOf(area: HTMLElement | null, { row, column }: Cell): HTMLElement | null {
  const rowElement = area?.querySelector(`[data-row="${row}"]`);
  const element = rowElement?.children[column];
  return element instanceof HTMLElement ? element : null;
}

/** Returns the cell that contains an element; `null` if no cell does. */
export function cellOf(element: EventTarget): Cell | null {
  const cell = element instanceof Element ? element.closest('td, th') : null;
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (!(cell instanceof HTMLTableCellElement) || row === undefined) return null;
  return { row: Number(row), column: cell.cellIndex };
}
