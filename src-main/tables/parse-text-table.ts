import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../src-shared/errors.ts';
import type { TableSheet } from '../../src-shared/tables.ts';
import { checkedSheet } from './checked-sheet.ts';

const separators = [',', ';', '\t'] as const;

/** How much of a text is looked at to find its separator. */
const sampleLength = 10_000;

/** Excel obeys such a first line, and writes none. */
const separatorLine = /^sep=(.)\r?\n/i;

/**
 * Parses comma-, semicolon- or tab-separated text, as Excel, LibreOffice and this app write it.
 *
 * @throws AppError `table_unreadable`, `table_too_large`
 */
export function parseTextTable(bytes: Uint8Array): TableSheet {
  const text = decode(bytes);
  const declared = separatorLine.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const delimiter = declared?.[1] ?? findSeparator(body.slice(0, sampleLength));
  let rows: string[][];
  try {
    rows = parse(body, {
      delimiter,
      // Hand-written files have rows of any length, and quotes inside of fields.
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError(
      { code: 'table_unreadable', message: 'The text file is not a table' },
      { cause: error },
    );
  }
  return checkedSheet(
    null,
    rows.map((row) => row.map(withoutProtection)),
  );
}

/**
 * Decodes the text. Without a mark, text that is not UTF-8 is in the Vietnamese code page of Windows, in which older
 * programs save.
 */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

/** Returns the separator that occurs most often outside of quotes; a comma if none occurs. */
function findSeparator(sample: string): string {
  const unquoted = sample.replaceAll(/"[^"]*"/g, '');
  const counts = separators.map((separator) => unquoted.split(separator).length - 1);
  const most = Math.max(...counts);
  return separators[counts.indexOf(most)] ?? ',';
}

const protectedId = /^="(\d+)"$/;

/** Removes what this app writes around ids so that Excel does not convert them to numbers. */
function withoutProtection(text: string): string {
  return protectedId.exec(text)?.[1] ?? text;
}
