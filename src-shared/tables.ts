import { z } from 'zod';
import { longestTableFile, longestTableName } from './limits.ts';

/** A file of tables that the user has dropped or chosen in the page. */
export const readTableRequestSchema = z.object({
  /** The file's name, whose ending says how to read it. */
  name: z.string().max(longestTableName),
  /** Its bytes in base64, because only JSON values cross the bridge. */
  base64: z.base64().max(Math.ceil(longestTableFile / 3) * 4),
});

/** One sheet of a workbook, or the rows of a text file. */
export interface TableSheet {
  /** `null` for a text file. */
  name: string | null;
  /** The texts of the cells, row by row. All rows have the same length; an empty cell is an empty string. */
  rows: string[][];
  /**
   * How many cells hold a long number that may have lost its last digits: in the form `1.108784378745225E+18`, or with
   * zeros at its end.
   */
  roundedNumbers: number;
}

export interface TableFile {
  /** The sheets that have at least one row. Never empty. */
  sheets: TableSheet[];
}
