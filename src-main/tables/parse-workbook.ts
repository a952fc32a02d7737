import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { AppError } from '../../src-shared/errors.ts';
import type { ParsedSheet } from './checked-sheets.ts';
import { repairSheets } from './repair-sheets.ts';

/** Bytes of all parts of a workbook after decompression. */
const mostUnzippedBytes = 200_000_000;

/**
 * Reads the values of all sheets of an .xlsx file. Formulas are not evaluated: their last saved results are read.
 *
 * @throws AppError `table_unreadable`; `table_too_large` if the archive states too large a size
 */
export async function parseWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<ParsedSheet[]> {
  try {
    assertUnzippedSize(bytes);
    const sheets = await readWorkbook<string | RoundedNumber>(new Blob([repairSheets(bytes)]), {
      trim: false,
      // As it is written, because a JavaScript number would round the digits of an id.
      parseNumber,
    });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map((value) => toText(value))),
      roundedNumbers: data.reduce((count, row) => count + row.filter(isRounded).length, 0),
    }));
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

/** A number whose last digits are zeros, most likely because a program has rounded it. */
class RoundedNumber {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }
}

function isRounded(value: unknown): boolean {
  return value instanceof RoundedNumber;
}

/**
 * Returns a number as it is written, but a whole number of up to 15 digits in its plain form. A long number that ends in
 * zeros keeps them: it can be an id that a program wrote with all digits.
 */
function parseNumber(written: string): string | RoundedNumber {
  const value = Number(written);
  if (shortForm.test(written)) {
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : written;
  }
  const [plain, significant = ''] = plainForm.exec(written) ?? [];
  const mayHaveLostDigits =
    plain !== undefined && Math.abs(value) >= 1e15 && significant.length <= keptDigits;
  return mayHaveLostDigits ? new RoundedNumber(written) : written;
}

/** @param value a cell. The types of the reader name the `Date` constructor, but it returns instances of `Date`. */
function toText(value: unknown): string {
  if (value instanceof RoundedNumber) return value.written;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // A day of a sheet has no zone. The reader takes it for UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 'yyyy-mm-dd'.length);
  return typeof value === 'string' ? value : '';
}
