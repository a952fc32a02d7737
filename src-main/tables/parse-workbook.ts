import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { AppError } from '../../src-shared/errors.ts';
import type { TableSheet } from '../../src-shared/tables.ts';
import { checkedSheet } from './checked-sheet.ts';

/** Bytes of all parts of a workbook after decompression. The XML of 100,000 tenants has about 90 MB. */
const mostUnzippedBytes = 200_000_000;

/**
 * Reads the values of all sheets of an .xlsx file. Formulas are not evaluated: their last saved results are read.
 *
 * @throws AppError `table_unreadable`, `table_too_large`
 */
export async function parseWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<TableSheet[]> {
  try {
    assertUnzippedSize(bytes);
    const sheets = await readWorkbook<string>(new Blob([bytes]), {
      trim: false,
      // As it is written, because a JavaScript number would round the digits of an id.
      parseNumber,
    });
    return sheets.map(({ sheet, data }) =>
      checkedSheet(
        sheet,
        data.map((row) => row.map((value) => toText(value))),
      ),
    );
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      { code: 'table_unreadable', message: 'The file is not an Excel workbook' },
      { cause: error },
    );
  }
}

/**
 * Refuses a zip bomb. The reader never decompresses more of a part than the size that the archive states, so the stated
 * sizes bound the memory.
 */
function assertUnzippedSize(bytes: Uint8Array): void {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  if (size > mostUnzippedBytes) {
    throw new AppError({ code: 'table_too_large', message: 'The workbook is too large' });
  }
}

const shortForm = /^-?\d(?:\.\d+)?E[+-]?\d+$/i;
const plainForm = /^-?(\d+?)0*$/;

/** The digits that a number of a sheet has: a program that calculates with it keeps no more of them. */
const keptDigits = 17;

/**
 * Returns a number as it is written, but a whole number of up to 15 digits in its plain form, and one that has lost digits
 * in its short form. Programs that do not calculate write ids as numbers with all digits.
 */
function parseNumber(written: string): string {
  const value = Number(written);
  if (shortForm.test(written)) {
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : written;
  }
  const [plain, significant = ''] = plainForm.exec(written) ?? [];
  const hasLostDigits =
    plain !== undefined && Math.abs(value) >= 1e15 && significant.length <= keptDigits;
  return hasLostDigits ? value.toExponential().replace('e', 'E') : written;
}

/** @param value a cell as the reader returns it. Its types also name the `Date` constructor, which it never returns. */
function toText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // A day of a sheet has no zone. The reader takes it for UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 'yyyy-mm-dd'.length);
  return typeof value === 'string' ? value : '';
}
