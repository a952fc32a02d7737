/** The position of a cell in the grid. */
export interface Cell {
  /** From 0; `headerRow` for the header. */
  row: number;
  /** From 0. Column 0 has the checkboxes that select rows. */
  column: number;
}

export const headerRow = -1;

interface Grid {
  rows: number;
  columns: number;
  /** How many rows Page Up and Page Down move by. */
  pageRows: number;
}

interface Key {
  key: string;
  /** Ctrl, or Cmd on macOS. */
  isCommand: boolean;
}

/**
 * Returns the cell that a key moves the focus to, or `null` for other keys. The keys are those of the WAI-ARIA grid
 * pattern, with the header as an additional row:
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#datagridsforpresentingtabularinformation
 */
export function nextCell({ key, isCommand }: Key, cell: Cell, grid: Grid): Cell | null {
  const lastRow = grid.rows - 1;
  const lastColumn = grid.columns - 1;
  const row = (wanted: number) => ({
    ...cell,
    row: Math.max(Math.min(wanted, lastRow), Math.min(0, lastRow)),
  });
  const column = (wanted: number) => ({
    ...cell,
    column: Math.max(Math.min(wanted, lastColumn), 0),
  });
  // From the header no key that moves up may move down to the first row.
  const up = (wanted: number) => (cell.row === headerRow ? cell : row(wanted));
  switch (key) {
    case 'ArrowDown':
      return row(isCommand ? lastRow : cell.row + 1);
    case 'ArrowUp':
      if (isCommand) return up(0);
      return cell.row <= 0 ? { ...cell, row: headerRow } : row(cell.row - 1);
    case 'ArrowRight':
      return column(isCommand ? lastColumn : cell.column + 1);
    case 'ArrowLeft':
      return column(isCommand ? 0 : cell.column - 1);
    // With Ctrl they are commands that show the next and the previous page of the list.
    case 'PageDown':
      return isCommand ? null : row(cell.row + grid.pageRows);
    case 'PageUp':
      return isCommand ? null : up(cell.row - grid.pageRows);
    case 'Home':
      return { row: isCommand ? up(0).row : cell.row, column: 0 };
    case 'End':
      return { row: isCommand ? lastRow : cell.row, column: lastColumn };
    default:
      return null;
  }
}
