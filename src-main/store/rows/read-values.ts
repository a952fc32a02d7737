import { array } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';

/** How many values one statement reads: enough to be fast, few enough to need little memory. */
export const valuesPerStatement = { fields: 10_000, texts: 1_024 };

/** The rows whose values are read. */
interface ReadRows {
  connection: Connection;
  rowId: (place: number) => number;
}

/** From one place to before another one. */
interface Range {
  from: number;
  to: number;
  perStatement: number;
}

/**
 * Reads a value of each row as JSON arrays, which is several times faster than row by row.
 *
 * @param expression SQL over the columns of a row.
 */
export function* readValues(
  rows: ReadRows,
  expression: string,
  { from, to, perStatement }: Range,
): Generator<string | null, void> {
  for (let start = from; start < to; start += perStatement) {
    const row = rows.connection.get(
      `SELECT json_group_array(value) AS answer FROM (SELECT ${expression} AS value
         FROM tenant_row WHERE row_id >= ? AND row_id < ? ORDER BY row_id)`,
      rows.rowId(start),
      rows.rowId(Math.min(start + perStatement, to)),
    );
    for (const value of array(row, 'answer')) yield typeof value === 'string' ? value : null;
  }
}
