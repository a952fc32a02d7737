import type { Cell, Column } from '../sheets/column.ts';

/**
 * In characters. A narrower column is hard to grab with the mouse. A wider one leaves no room for the others, and makes
 * the print smaller.
 */
const limits = { minimum: 10, maximum: 60 };
/** In characters. A header needs room for its filter button. */
const padding = { cell: 2, header: 5 };
const dateLength = '23/11/2026 07:00'.length;

/** Returns the widths that fit the headers and the given rows, in characters of the default font. */
export function measureColumnWidths<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): number[] {
  return columns.map(({ header, cell, maximumWidth = limits.maximum }) => {
    let width = countCharacters(header) + padding.header;
    for (const row of rows) width = Math.max(width, measureCell(cell(row)) + padding.cell);
    return Math.min(Math.max(width, limits.minimum), maximumWidth);
  });
}

function measureCell(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return countCharacters(cell);
  return 'date' in cell ? dateLength : String(cell.number).length;
}

/** Counts characters in their composed form, because combining accents take no space of their own. */
function countCharacters(text: string): number {
  return text.normalize('NFC').length;
}
