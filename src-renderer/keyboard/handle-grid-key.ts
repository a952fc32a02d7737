import type { KeyboardEvent } from 'react';
import { headerRow, nextCell, type Cell } from './next-cell.ts';
import { isLetter, typesText, type PressedKey } from './pressed-key.ts';

/** How much a key press widens or narrows a column, in CSS pixels. */
export const resizeStep = 16;

/** The parts of a `keydown` event that the grid reads. */
type GridKeyEvent = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'preventDefault'
> & { nativeEvent: PressedKey };

/** The state of the grid, and the actions that keys trigger. */
export interface GridKeyActions {
  /** The focused cell. */
  cell: Cell;
  rows: number;
  columns: number;
  /** Returns how many rows Page Up and Page Down move by. */
  pageRows: () => number;
  focus: (cell: Cell) => void;
  /** Extends the selection from one row to another. */
  extendSelection: (from: number, to: number) => void;
  toggleRow: (row: number) => void;
  /** Stars a row, or removes its star. */
  toggleStar: (row: number) => void;
  togglePage: () => void;
  selectAll: () => void;
  clearSelection: () => void;
  copy: (hasHeader: boolean) => void;
  openDetails: (row: number) => void;
  openMenu: (cell: Cell) => void;
  /** @param isAdded sorts by this column after the one the list is sorted by already. */
  sort: (column: number, isAdded: boolean) => void;
  resize: (column: number, by: number) => void;
  move: (column: number, step: -1 | 1) => void;
}

/**
 * Handles a key press in the grid, as the WAI-ARIA grid pattern describes. Other keys keep their default action.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#keyboardinteraction-settingfocusandnavigatinginsidegrids
 */
export function handleGridKey(event: GridKeyEvent, grid: GridKeyActions): void {
  // No key of the pattern has Alt. Alt+Home is the command that shows the first page.
  if (event.altKey || typesText(event.nativeEvent)) return;
  const isHandled =
    handleEverywhere(event, grid) ||
    (grid.cell.row === headerRow ? handleInHeader(event, grid) : handleInRows(event, grid)) ||
    moveFocus(event, grid);
  if (isHandled) event.preventDefault();
}

const isCommand = ({ ctrlKey, metaKey }: GridKeyEvent) => ctrlKey || metaKey;

function handleEverywhere(event: GridKeyEvent, grid: GridKeyActions): boolean {
  const key = event.key.toLowerCase();
  if (isCommand(event) && isLetter(event.nativeEvent, 'a')) grid.selectAll();
  else if (key === 'contextmenu' || (event.shiftKey && key === 'f10')) grid.openMenu(grid.cell);
  else if (key === 'escape') grid.clearSelection();
  else return false;
  return true;
}

function handleInHeader(event: GridKeyEvent, grid: GridKeyActions): boolean {
  const { column } = grid.cell;
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
  if (step !== null && event.shiftKey) {
    if (isCommand(event)) grid.move(column, step);
    else grid.resize(column, step * resizeStep);
    return true;
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  if (column === 0) grid.togglePage();
  else grid.sort(column, event.shiftKey);
  return true;
}

function handleInRows(event: GridKeyEvent, grid: GridKeyActions): boolean {
  const { row } = grid.cell;
  if (isCommand(event) && isLetter(event.nativeEvent, 'c')) grid.copy(event.shiftKey);
  else if (event.key === ' ') grid.toggleRow(row);
  else if (!isCommand(event) && !event.shiftKey && isLetter(event.nativeEvent, 's')) {
    grid.toggleStar(row);
  } else if (event.key === 'Enter' || event.key === 'F2') grid.openDetails(row);
  else return false;
  return true;
}

function moveFocus(event: GridKeyEvent, grid: GridKeyActions): boolean {
  const { cell } = grid;
  const size = { rows: grid.rows, columns: grid.columns, pageRows: grid.pageRows() };
  const next = nextCell({ key: event.key, isCommand: isCommand(event) }, cell, size);
  if (next === null) return false;
  const isInRows = cell.row !== headerRow && next.row !== headerRow;
  if (event.shiftKey && isInRows && next.row !== cell.row) {
    grid.extendSelection(cell.row, next.row);
  }
  grid.focus(next);
  return true;
}
