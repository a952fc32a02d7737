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

/** Returns the rows of copied cells, which are separated by tabs; `null` for a text of one line. */
export function rowsOfText(text: string): string[][] | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const rows = lines.map((line) => line.split('\t').map(unquoted));
  const length = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length }, (_, at) => row[at] ?? ''));
}

/** Removes the quotes that Excel puts around a cell that contains quotes. */
function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
