import { useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import type { Cell } from './cell-step.ts';
import { headerRow } from './cell-step.ts';

/**
 * The one cell of the grid that Tab comes to, and which has the focus while the grid has it. Rows carry their number in
 * `data-row`, the header's is -1.
 */
export function useCellFocus(
  area: HTMLElement | null,
  { rows, columns }: { rows: number; columns: number },
) {
  const [chosen, setChosen] = useState<Cell>({ row: 0, column: 1 });
  const hasFocus = useRef(false);
  const isToMove = useRef(false);
  // A page may have fewer rows than the one before, and a column may be hidden.
  const cell: Cell = {
    row: rows === 0 ? headerRow : Math.min(chosen.row, rows - 1),
    column: Math.min(chosen.column, columns - 1),
  };

  useLayoutEffect(() => {
    // What had the focus may have gone, and then the focus with it.
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (!isToMove.current && !isLost) return;
    isToMove.current = false;
    const element = elementOf(area, cell);
    // By itself, focus would put the cell into the middle, and leave one that is half in sight.
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  return {
    cell,
    /** Puts the focus on a cell, which is drawn and scrolled to; without one, back on the one that had it. */
    focus: (next?: Cell) => {
      isToMove.current = true;
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

function elementOf(area: HTMLElement | null, { row, column }: Cell): HTMLElement | null {
  const rowElement = area?.querySelector(`[data-row="${row}"]`);
  const element = rowElement?.children[column];
  return element instanceof HTMLElement ? element : null;
}

/** The cell that an element is in, or is; `null` for one outside of all. */
export function cellOf(element: EventTarget): Cell | null {
  const cell = element instanceof Element ? element.closest('td, th') : null;
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (!(cell instanceof HTMLTableCellElement) || row === undefined) return null;
  return { row: Number(row), column: cell.cellIndex };
}
