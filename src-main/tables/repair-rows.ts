import { repairCell, type Cell, type ValidValues } from './repair-cell.ts';
import { anyComment, anyPrefix, attributePattern } from './xml-patterns.ts';

/** A comment, a whole cell, or the start or end of a row or of all rows. */
const element = new RegExp(
  [
    anyComment,
    String.raw`<(${anyPrefix}c)(?=[\s/>])([^<>]*?)(?:/>|>(.*?)(?:</\1\s*>|$))`,
    String.raw`<(/?)(${anyPrefix}(?:row|sheetData))(?=[\s/>])([^<>]*)>`,
  ].join('|'),
  'gs',
);
const place = attributePattern('r');
const cellReference = /^\$?([A-Z]+)\$?(\d+)$/i;
const rowNumber = /^\s*0*([1-9]\d*)\s*$/;

interface PlacedCell extends Cell {
  name: string;
  /** The cell as it is in the file. */
  text: string;
  column: number;
  /** The row of its reference, or 0 if it has no valid one. */
  row: number;
}

interface Row {
  start: number;
  end: number;
  name: string;
  attributes: string;
  /** As the row or its first reference states it. Otherwise the one after the previous row. */
  number: number;
  cells: PlacedCell[];
}

/**
 * Changes the rows and cells for which the reader would refuse a sheet. Those without a valid reference get the next one,
 * and those in the wrong order are sorted. If two rows have the same number, the second becomes a row below the first.
 *
 * If a row has two cells with the same reference, both stay and the reader refuses the sheet: either can be the right one.
 */
export function repairRows(sheet: string, valid: ValidValues): string {
  const pieces: string[] = [];
  let end = 0;
  let stated = 0;
  let last = 0;
  for (const row of rowsOf(sheet)) {
    if (row.number < stated) return repairRows(sortRows(sheet), valid);
    stated = row.number;
    last = Math.max(stated, last + 1);
    const repaired = repairRow(row, last, valid);
    if (repaired === null) continue;
    pieces.push(sheet.slice(end, row.start), repaired);
    end = row.end;
  }
  return pieces.length === 0 ? sheet : pieces.join('') + sheet.slice(end);
}

/** Finds one row after the other, because all of them together would need much memory. */
function* rowsOf(sheet: string): Generator<Row> {
  // Elements elsewhere can have the same name, as `<xdr:row>` in the position of a button.
  let isInData = false;
  let row: Row | null = null;
  let previous = 0;
  for (const match of sheet.matchAll(element)) {
    const [text, cellName, ofCell = '', content = '', closing, name = '', attributes = ''] = match;
    if (cellName !== undefined) {
      row?.cells.push(placeCell(cellName, text, { attributes: ofCell, content }, row.cells.at(-1)));
    } else if (name.endsWith('sheetData')) {
      isInData = closing === '' && !attributes.endsWith('/');
      row = null;
    } else if (closing !== undefined && isInData) {
      const start = match.index;
      if (closing === '') row = { start, end: 0, name, attributes, number: 0, cells: [] };
      if (row === null || (closing === '' && !attributes.endsWith('/'))) continue;
      previous = statedNumber(row) || previous + 1;
      yield { ...row, end: start + text.length, number: previous };
      row = null;
    }
  }
}

/** Returns the number of a row that it or its first reference states, or 0. */
function statedNumber({ attributes, cells }: Row): number {
  const [, number] = rowNumber.exec(place.exec(attributes)?.[1] ?? '') ?? [];
  return number === undefined ? (cells.find(({ row }) => row > 0)?.row ?? 0) : Number(number);
}

function placeCell(
  name: string,
  text: string,
  cell: Cell,
  previous: PlacedCell | undefined,
): PlacedCell {
  const [, reference = ''] = place.exec(cell.attributes) ?? [];
  const [, letters, row = 0] = cellReference.exec(reference) ?? [];
  const column =
    letters === undefined ? (previous?.column ?? 0) + 1 : numberOf(letters.toUpperCase());
  return { ...cell, name, text, column, row: Number(row) };
}

/** Returns the row with this number and with cells that the reader accepts, or `null` if it accepts the row as it is. */
function repairRow(row: Row, number: number, valid: ValidValues): string | null {
  const written = row.cells
    .toSorted((a, b) => a.column - b.column)
    .map((cell) => writeCell(cell, number, valid));
  const [, stated = `${number}`] = place.exec(row.attributes) ?? [];
  const isChanged =
    stated !== `${number}` || written.some((text, at) => text !== row.cells[at]?.text);
  return isChanged ? writeRow({ ...row, number }, written) : null;
}

/** Returns the cell in the row with this number, as it is in the file if the reader accepts it there. */
function writeCell(cell: PlacedCell, row: number, valid: ValidValues): string {
  const repaired = repairCell(cell, valid);
  if (repaired === cell && cell.row === row) return cell.text;
  const attributes = repaired.attributes.replace(place, '');
  const reference = `${lettersOf(cell.column)}${row}`;
  return `<${cell.name} r="${reference}"${attributes}>${repaired.content}</${cell.name}>`;
}

function writeRow({ name, attributes, number }: Row, cells: readonly string[]): string {
  const others = attributes.replace(/\/$/, '').replace(place, '');
  return `<${name} r="${number}"${others}>${cells.join('')}</${name}>`;
}

/** Returns the sheet with the rows sorted by the numbers that they state. */
function sortRows(sheet: string): string {
  const rows = [...rowsOf(sheet)];
  const written = rows
    .toSorted((a, b) => a.number - b.number)
    .map((row) =>
      writeRow(
        row,
        row.cells.map(({ text }) => text),
      ),
    );
  return sheet.slice(0, rows[0]?.start) + written.join('') + sheet.slice(rows.at(-1)?.end);
}

/** Returns the number of a column: 1 for A, 27 for AA. */
function numberOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function lettersOf(column: number): string {
  if (column === 0) return '';
  const last = (column - 1) % 26;
  return lettersOf((column - 1 - last) / 26) + String.fromCharCode(65 + last);
}
