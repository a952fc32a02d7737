import { isShortNumber } from '../../src-shared/is-short-number.ts';
import type { TableSheet } from '../../src-shared/tables.ts';

/** A column of a sheet that has values. */
export interface TableColumn {
  /** From 0. */
  index: number;
  /** The cell of the first row. */
  heading: string;
  /** The values without the first row, and without empty ones. */
  values: string[];
}

/** Returns the columns of a sheet that have values. */
export function columnsOf({ rows }: Pick<TableSheet, 'rows'>): TableColumn[] {
  const [first = [], ...others] = rows;
  return first.flatMap((heading, index) => {
    const values = others.map((row) => row[index] ?? '').filter((value) => value !== '');
    return heading === '' && values.length === 0 ? [] : [{ index, heading, values }];
  });
}

/** Returns whether the first row seems to have headings: each of its cells is a text without long numbers and domains. */
export function seemsToHaveHeadings({ rows }: Pick<TableSheet, 'rows'>): boolean {
  const [first = [], ...others] = rows;
  return others.length > 0 && first.every((cell) => cell !== '' && !/\d{3}|\S\.\S/u.test(cell));
}

/** A whole number that may have lost all digits after the 15 that Excel keeps. */
const filledNumber = /^\d{15}0+$/;

/** Returns how many copied cells hold a number that may have lost its last digits. */
export function countRounded(rows: readonly (readonly string[])[]): number {
  return rows.reduce(
    (count, row) =>
      count + row.filter((cell) => isShortNumber(cell) || filledNumber.test(cell)).length,
    0,
  );
}

/**
 * A cell, with the tab or line break after it. Excel puts quotes around a cell with quotes, tabs or line breaks, and
 * doubles the quotes in it. Other quotes are part of the text.
 */
const copiedCell = /(?:"([^"]*(?:""[^"]*)*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;

/** Removes what keeps a spreadsheet program from converting a text: `="12"` and `'12` are 12. */
function withoutGuard(cell: string): string {
  return (/^="([^"]*)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?=[\d+\-=@])/, '')).trim();
}

/** Returns the rows of copied cells, which are separated by tabs; `null` for a single row. */
export function rowsOfText(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(copiedCell)) {
    row.push(withoutGuard((quoted?.replaceAll('""', '"') ?? plain).trim()));
    if (end === '\t') continue;
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  }
  if (rows.length < 2) return null;
  const length = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows.map((cells) => Array.from({ length }, (_, at) => cells[at] ?? ''));
}
