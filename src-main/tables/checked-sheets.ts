import { AppError } from '../../src-shared/errors.ts';
import { isShortNumber } from '../../src-shared/is-short-number.ts';
import { mostTableCharacters, mostTableColumns, mostTableRows } from '../../src-shared/limits.ts';
import type { TableSheet } from '../../src-shared/tables.ts';

/** A sheet as it is in the file. */
export interface ParsedSheet {
  /** `null` for a text file. */
  name: string | null;
  rows: readonly (readonly string[])[];
  /** How many cells hold a number that may have lost its last digits, apart from those in the short form `1.108E+18`. */
  roundedNumbers: number;
}

/**
 * Returns the sheets of a file with rows of equal length, without empty rows and empty sheets. Spaces around a value are
 * removed.
 *
 * @throws AppError `table_too_large` if the sheets have too many cells together.
 */
export function checkedSheets(parsed: readonly ParsedSheet[]): TableSheet[] {
  const trimmed = parsed.map(({ rows, ...sheet }) => ({
    ...sheet,
    rows: rows
      .map((row) => row.map((cell) => cell.trim()))
      .filter((row) => row.some((cell) => cell !== '')),
  }));
  assertSize(trimmed.flatMap(({ rows }) => rows));
  return trimmed.filter(({ rows }) => rows.length > 0).map(toSheet);
}

/** @param rows those of all sheets. */
function assertSize(rows: readonly (readonly string[])[]): void {
  let characters = 0;
  for (const row of rows) for (const cell of row) characters += cell.length;
  if (
    rows.length > mostTableRows ||
    characters > mostTableCharacters ||
    longestRow(rows) > mostTableColumns
  ) {
    throw new AppError({ code: 'table_too_large', message: 'The file has too many cells' });
  }
}

function toSheet({ name, rows, roundedNumbers }: ParsedSheet): TableSheet {
  const columns = longestRow(rows);
  const short = rows.reduce((count, row) => count + row.filter(isShortNumber).length, 0);
  return {
    name,
    rows: rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? '')),
    roundedNumbers: roundedNumbers + short,
  };
}

/** Returns the number of cells up to the last one with a value, of the row that has most of them. */
function longestRow(rows: readonly (readonly string[])[]): number {
  return rows.reduce(
    (most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1),
    0,
  );
}
