import { AppError } from '../../src-shared/errors.ts';
import { isRoundedNumber } from '../../src-shared/is-rounded-number.ts';
import { mostTableCharacters, mostTableColumns, mostTableRows } from '../../src-shared/limits.ts';
import type { TableSheet } from '../../src-shared/tables.ts';

/**
 * Returns the sheet with rows of equal length, without empty ones. Spaces around a value are removed.
 *
 * @throws AppError `table_too_large`
 */
export function checkedSheet(
  name: string | null,
  rows: readonly (readonly string[])[],
): TableSheet {
  const trimmed = rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const columns = trimmed.reduce((most, row) => Math.max(most, usedLength(row)), 0);
  let characters = 0;
  let roundedNumbers = 0;
  for (const row of trimmed) {
    for (const cell of row) {
      characters += cell.length;
      if (isRoundedNumber(cell)) roundedNumbers++;
    }
  }
  if (
    trimmed.length > mostTableRows ||
    columns > mostTableColumns ||
    characters > mostTableCharacters
  ) {
    throw new AppError({ code: 'table_too_large', message: 'The sheet has too many cells' });
  }
  return {
    name,
    rows: trimmed.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? '')),
    roundedNumbers,
  };
}

function usedLength(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== '') + 1;
}
