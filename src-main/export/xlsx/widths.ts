import type { Cell, Column } from '../columns.ts';

/** In characters: narrower is hard to take hold of, wider leaves no room for the others. */
const bounds = { least: 10, most: 60 };
/** What a cell needs besides its text, and a header for the button of its filter. */
const margins = { cell: 2, header: 5 };
const moment = '2026-11-23 07:00:00';

/** How wide columns must be for their headers and for these rows, in characters of the default font. */
export function fittedWidths<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): number[] {
  return columns.map(({ header, cell }) => {
    let width = length(header) + margins.header;
    for (const row of rows) width = Math.max(width, cellLength(cell(row)) + margins.cell);
    return Math.min(Math.max(width, bounds.least), bounds.most);
  });
}

function cellLength(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return length(cell);
  return 'moment' in cell ? moment.length : String(cell.number).length;
}

/** Accents that stand apart take no room of their own. */
function length(text: string): number {
  return text.normalize('NFC').length;
}
