import { basename, join } from 'node:path';
import type { ExcelLimit } from '../../src-shared/export-tenants.ts';

/**
 * The longest path of a file that Excel opens:
 * https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
const longestExcelPath = 218;

/** Excel uses brackets in references to other workbooks, and a name that starts with `~$` for its lock files. */
const refusedName = /[[\]]|^~\$/;

/** Room for a number that keeps a name apart from another one: ` (99)`. */
const roomForNumber = 5;

/**
 * Returns how long a name for a new file in a folder may be so that Excel opens it, also with a number; less than 1 if the
 * folder's path is too long.
 */
export function longestExcelName(folder: string): number {
  return longestExcelPath - roomForNumber - join(folder, '_').length + 1;
}

/** Returns what keeps Excel from opening a file, or `null`. Other programs open such a file. */
export function findExcelLimit(path: string): ExcelLimit | null {
  if (path.length > longestExcelPath) return 'length';
  return refusedName.test(basename(path)) ? 'name' : null;
}
