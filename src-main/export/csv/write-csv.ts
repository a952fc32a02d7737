import type { FileHandle } from 'node:fs/promises';
import type { ExportOptions } from '../../../src-shared/export-tenants.ts';
import { guardFormula } from '../../../src-shared/guard-formula.ts';
import { cellText } from '../sheets/cell-text.ts';
import type { Cell, Column, ColumnKind, RowBatches } from '../sheets/column.ts';
import { canBeConverted } from './can-be-converted.ts';

/** Marks the file as UTF-8. Without it Excel reads Vietnamese in the code page of the system. */
const byteOrderMark = '\ufeff';
const separators = { comma: ',', semicolon: ';' } as const;

const onlyDigits = /^[\d\s]*$/;
/** Digits that a spreadsheet program changes: it drops a zero or a plus in front, and rounds after 15 digits. */
const changedDigits = /^(?:0\d*|\+\d+|\d{16,})$/;

interface Csv<Row> {
  columns: readonly Column<Row>[];
  rows: RowBatches<Row>;
  options: Pick<ExportOptions, 'csvSeparator' | 'csvProtectsIds'>;
  signal: AbortSignal;
}

/**
 * Writes a header and rows as CSV (RFC 4180) in UTF-8. Requests each batch of rows after the previous one was written.
 *
 * @throws any error of `rows` or of the file system, and the reason of `signal` if it is aborted.
 */
export async function writeCsv<Row>(
  file: FileHandle,
  { columns, rows, options, signal }: Csv<Row>,
): Promise<void> {
  const separator = separators[options.csvSeparator];
  const toLine = (fields: readonly string[]) => `${fields.join(separator)}\r\n`;
  await file.appendFile(
    byteOrderMark + toLine(columns.map(({ header }) => encodeField(header, separator))),
  );
  for await (const batch of rows) {
    signal.throwIfAborted();
    let text = '';
    for (const row of batch) {
      text += toLine(
        columns.map((column) => {
          const cell = column.cell(row);
          const value = cellText(cell);
          // A number needs no guard. With an apostrophe, a program could not calculate with it.
          if (column.kind === 'number') return value;
          return options.csvProtectsIds && needsProtection(cell, column.kind, separator)
            ? quote(`="${value}"`)
            : encodeField(value, separator);
        }),
      );
    }
    await file.appendFile(text);
  }
}

/** Returns whether a spreadsheet program would show another text than that of a cell. */
function needsProtection(cell: Cell, kind: ColumnKind, separator: ',' | ';'): boolean {
  if (typeof cell !== 'string') return false;
  if (changedDigits.test(cell)) return true;
  // Text that could be a formula if it is read with the other separator needs another guard.
  if (!canBeConverted(cell) || guardFormula(`0${cell}`, separator) !== `0${cell}`) return false;
  return kind === 'id' || (!onlyDigits.test(cell) && guardFormula(cell, separator) === cell);
}

/**
 * Encodes text as a field. Text that could be a formula gets an apostrophe in front. Text with a separator, a quote, a
 * line end, or a space that a reader may drop is quoted.
 */
export function encodeField(text: string, separator: ',' | ';'): string {
  const safeText = guardFormula(text, separator);
  return /[",;\t\r\n]|^\s|\s$/.test(safeText) ? quote(safeText) : safeText;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
