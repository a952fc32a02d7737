import { AppError } from '../../src-shared/errors.ts';
import type { TableFile } from '../../src-shared/tables.ts';
import { checkedSheets } from './checked-sheets.ts';
import { parseTextTable } from './parse-text-table.ts';
import { parseWorkbook } from './parse-workbook.ts';

/** How files begin: a ZIP archive, which an .xlsx file is, and Microsoft's older container. */
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const containerStart = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Parses an .xlsx file or a text file. Detects the format by the first bytes, because the name may be wrong.
 *
 * @throws AppError `table_not_supported` (an .xls file, or a workbook with a password), `table_unreadable`,
 * `table_too_large`, `table_empty`
 */
export async function parseTable(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<TableFile> {
  if (startsWith(bytes, containerStart)) {
    throw new AppError({ code: 'table_not_supported', message: 'An old or protected workbook' });
  }
  const isWorkbook = startsWith(bytes, zipStart);
  if (!isWorkbook && /\.xls[xm]$/i.test(name) && bytes.length > 0) {
    throw new AppError({ code: 'table_unreadable', message: 'The workbook is not a ZIP archive' });
  }
  const sheets = checkedSheets(isWorkbook ? await parseWorkbook(bytes) : [parseTextTable(bytes)]);
  if (sheets.length > 0) return { sheets };
  throw new AppError({ code: 'table_empty', message: 'The file has no values' });
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
