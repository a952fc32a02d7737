import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const workbookPath = 'xl/workbook.xml';
const sheetPath = /\/worksheets\/[^/]+\.xml$/;

/** The numbers of the days that a sheet can show, up to 31 December 9999. */
interface Days {
  first: number;
  last: number;
}

/** Sheets that count from 1900 have a 29 February in that year, so the days before 1 March are not those of a calendar. */
const daysSince1900: Days = { first: 61, last: 2_958_465 };
const daysSince1904: Days = { first: 0, last: 2_957_003 };

/** The start of a row, or a whole cell. */
const rowOrCell = /<row(?=[\s/>])([^>]*)>|<c(?=[\s/>])([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const cellValue = /<v(?:\s[^>]*)?>([^<]*)</;
const rowNumber = /\sr\s*=\s*["'](\d+)["']/;
const reference = /\sr\s*=\s*["']([A-Z]+)\d+["']/;
const cellType = /\st\s*=\s*["']([^"']*)["']/;
const cellStyle = /\ss\s*=\s*["'][^"']*["']/;

interface Cell {
  attributes: string;
  content: string;
}

/**
 * Changes the cells of an .xlsx file for which the reader would refuse the whole file: those without the reference, which
 * is optional (ECMA-376, 18.3.1.4), and those with an invalid value, which become empty. A number that is formatted as a
 * date but is none loses its format, so that it is read with all its digits.
 *
 * @returns the bytes as they are if there are no such cells.
 */
export function repairSheets(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { [workbookPath]: workbook = new Uint8Array(), ...sheets } = unzipSync(bytes, {
    filter: ({ name }) => name === workbookPath || sheetPath.test(name),
  });
  const countsFrom1904 = /\sdate1904\s*=\s*["'](?:1|true)["']/.test(strFromU8(workbook));
  const days = countsFrom1904 ? daysSince1904 : daysSince1900;
  const repaired = Object.entries(sheets).flatMap(([name, part]) => {
    const before = strFromU8(part);
    const after = repairSheet(before, days);
    return after === before ? [] : [[name, strToU8(after)] as const];
  });
  if (repaired.length === 0) return bytes;
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(repaired) }, { level: 0 });
}

/** Looks at one cell after the other: a call of `replace` would keep all of them in memory. */
function repairSheet(sheet: string, days: Days): string {
  const pieces: string[] = [];
  let end = 0;
  let row = 0;
  let column = 0;
  for (const match of sheet.matchAll(rowOrCell)) {
    const [text, ofRow, attributes = '', content = ''] = match;
    if (ofRow !== undefined) {
      const [, number] = rowNumber.exec(ofRow) ?? [];
      row = number === undefined ? row + 1 : Number(number);
      column = 0;
      continue;
    }
    const [, letters] = reference.exec(attributes) ?? [];
    column = letters === undefined ? column + 1 : numberOf(letters);
    const place = letters === undefined ? ` r="${lettersOf(column)}${row}"` : '';
    const cell = { attributes, content };
    const repaired = repairCell(cell, days);
    if (place === '' && repaired === cell) continue;
    const changed = `<c${place}${repaired.attributes}>${repaired.content}</c>`;
    pieces.push(sheet.slice(end, match.index), changed);
    end = match.index + text.length;
  }
  return pieces.length === 0 ? sheet : pieces.join('') + sheet.slice(end);
}

/** Returns a cell that the reader accepts: the same object if it accepts the cell as it is. */
function repairCell(cell: Cell, days: Days): Cell {
  const [, type = 'n'] = cellType.exec(cell.attributes) ?? [];
  const [, value = ''] = cellValue.exec(cell.content) ?? [];
  switch (type) {
    case 'str':
    case 'inlineStr':
      return cell;
    case 'n': {
      const mayBeDay = Number(value) >= days.first && Number(value) < days.last + 1;
      return mayBeDay ? cell : { ...cell, attributes: cell.attributes.replace(cellStyle, '') };
    }
    case 's':
      return /^\d*$/.test(value) ? cell : emptied(cell);
    case 'b':
      return /^[01]?$/.test(value) ? cell : emptied(cell);
    case 'd':
      return Number.isNaN(Date.parse(value)) ? emptied(cell) : asText(cell, value);
    case 'e':
      return value === '' ? emptied(cell) : cell;
    default:
      return emptied(cell);
  }
}

/** Without a type, a cell without a value is valid. */
function emptied({ attributes }: Cell): Cell {
  return { attributes: attributes.replace(cellType, ''), content: '' };
}

/** Returns a date cell with its day as text. The reader would take a time without a zone for one of this computer. */
function asText({ attributes }: Cell, value: string): Cell {
  const [day = value] = /^\d{4}-\d\d-\d\d/.exec(value) ?? [];
  return { attributes: attributes.replace(cellType, ' t="str"'), content: `<v>${day}</v>` };
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
