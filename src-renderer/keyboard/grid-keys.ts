import type { KeyboardEvent } from 'react';
import type { Cell } from './cell-step.ts';
import { cellStep, headerRow } from './cell-step.ts';

/** How much wider or narrower a column becomes with each press, in CSS pixels. */
export const resizeStep = 16;

export interface GridActions {
  cell: Cell;
  rows: number;
  columns: number;
  /** How many rows are in sight. */
  pageRows: () => number;
  focus: (cell: Cell) => void;
  /** From one row to another. */
  extend: (from: number, to: number) => void;
  toggleRow: (row: number) => void;
  togglePage: () => void;
  selectAll: () => void;
  clear: () => void;
  copy: (isWithHead: boolean) => void;
  open: (row: number) => void;
  openMenu: (cell: Cell) => void;
  sort: (column: number, isAdded: boolean) => void;
  resize: (column: number, by: number) => void;
  move: (column: number, step: -1 | 1) => void;
}

/**
 * What a key does in the grid, by the grid pattern; what it does not know goes on its way.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#keyboardinteraction-settingfocusandnavigatinginsidegrids
 */
export function handleGridKey(event: KeyboardEvent, grid: GridActions): void {
  // None of the pattern's keys has Alt; Alt+Home goes to the first page.
  if (event.altKey) return;
  const isHandled =
    handleEverywhere(event, grid) ||
    (grid.cell.row === headerRow ? handleInHeader(event, grid) : handleInRows(event, grid)) ||
    goOn(event, grid);
  if (isHandled) event.preventDefault();
}

const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey;

function handleEverywhere(event: KeyboardEvent, grid: GridActions): boolean {
  const key = event.key.toLowerCase();
  if (isCommand(event) && key === 'a') grid.selectAll();
  else if (key === 'contextmenu' || (event.shiftKey && key === 'f10')) grid.openMenu(grid.cell);
  else if (key === 'escape') grid.clear();
  else return false;
  return true;
}

function handleInHeader(event: KeyboardEvent, grid: GridActions): boolean {
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

function handleInRows(event: KeyboardEvent, grid: GridActions): boolean {
  const { row } = grid.cell;
  if (isCommand(event) && event.key.toLowerCase() === 'c') grid.copy(event.shiftKey);
  else if (event.key === ' ') grid.toggleRow(row);
  else if (event.key === 'Enter' || event.key === 'F2') grid.open(row);
  else return false;
  return true;
}

function goOn(event: KeyboardEvent, grid: GridActions): boolean {
  const { cell } = grid;
  const size = { rows: grid.rows, columns: grid.columns, pageRows: grid.pageRows() };
  const next = cellStep({ key: event.key, isCommand: isCommand(event) }, cell, size);
  if (next === null) return false;
  const isInRows = cell.row !== headerRow && next.row !== headerRow;
  if (event.shiftKey && isInRows && next.row !== cell.row) grid.extend(cell.row, next.row);
  grid.focus(next);
  return true;
}
