/** A cell of the grid. */
export interface Cell {
  /** From 0; the header is -1. */
  row: number;
  /** From 0, which is the one to select rows by. */
  column: number;
}

export const headerRow = -1;

interface Grid {
  rows: number;
  columns: number;
  /** How many rows are in sight: so far goes a page up or down. */
  pageRows: number;
}

interface Key {
  key: string;
  /** Ctrl, or Cmd on macOS. */
  isCommand: boolean;
}

/**
 * The cell a key goes to, or `null` for a key that goes nowhere. From the grid pattern, whose header is one more row:
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#datagridsforpresentingtabularinformation
 */
export function cellStep({ key, isCommand }: Key, cell: Cell, grid: Grid): Cell | null {
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
  switch (key) {
    case 'ArrowDown':
      return row(isCommand ? lastRow : cell.row + 1);
    case 'ArrowUp':
      if (isCommand) return row(0);
      return cell.row <= 0 ? { ...cell, row: headerRow } : row(cell.row - 1);
    case 'ArrowRight':
      return column(isCommand ? lastColumn : cell.column + 1);
    case 'ArrowLeft':
      return column(isCommand ? 0 : cell.column - 1);
    // With Ctrl they turn the list's own pages.
    case 'PageDown':
      return isCommand ? null : row(cell.row + grid.pageRows);
    case 'PageUp':
      return isCommand ? null : row(cell.row - grid.pageRows);
    case 'Home':
      return { row: isCommand ? row(0).row : cell.row, column: 0 };
    case 'End':
      return { row: isCommand ? lastRow : cell.row, column: lastColumn };
    default:
      return null;
  }
}
