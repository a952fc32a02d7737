import type { FileHandle } from 'node:fs/promises';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import type { Cell, Column, RowBatches } from './columns.ts';
import { writeFully } from './write-fully.ts';

/** Tells Excel that the file is UTF-8; without it Vietnamese is read in the code page of the system. */
const byteOrderMark = '\ufeff';
const separators = { comma: ',', semicolon: ';' } as const;

/** What a spreadsheet program may take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const formulaStart = /^[=+\-@\t\r]/;
const digits = /^\d+$/;

/** How the texts of a CSV file are written. */
export type CsvOptions = Pick<ExportOptions, 'csvSeparator' | 'csvProtectsIds'>;

interface Csv<Row> {
  columns: readonly Column<Row>[];
  rows: RowBatches<Row>;
  options: CsvOptions;
  signal: AbortSignal;
}

/**
 * Writes a header and rows as CSV (RFC 4180): UTF-8, lines that end in CRLF. Batch by batch, as fast as the disk takes
 * them.
 *
 * @throws what `rows` throws, what the file system throws, and the signal's reason when it is aborted.
 */
export async function writeCsv<Row>(
  file: FileHandle,
  { columns, rows, options, signal }: Csv<Row>,
): Promise<void> {
  const separator = separators[options.csvSeparator];
  const line = (fields: readonly string[]) => `${fields.join(separator)}\r\n`;
  let position = 0;
  const append = async (text: string) => {
    const bytes = Buffer.from(text);
    await writeFully(file, bytes, position);
    position += bytes.length;
  };
  await append(byteOrderMark + line(columns.map(({ header }) => csvField(header))));
  for await (const batch of rows) {
    signal.throwIfAborted();
    let text = '';
    for (const row of batch) {
      text += line(
        columns.map(({ kind, cell }) => {
          const value = cellText(cell(row));
          return options.csvProtectsIds && kind === 'id' && digits.test(value)
            ? quoted(`="${value}"`)
            : csvField(value);
        }),
      );
    }
    await append(text);
  }
}

/**
 * A text as a field: with an apostrophe in front of what would be a formula, and in quotes where the text has a
 * separator, a quote, a line end, or a space that a reader may drop.
 */
export function csvField(text: string): string {
  const guarded = formulaStart.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$/.test(guarded) ? quoted(guarded) : guarded;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Moments as Excel reads them in every language. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('number' in cell) return String(cell.number);
  return new Date(cell.moment).toISOString().slice(0, 19).replace('T', ' ');
}
