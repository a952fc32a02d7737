import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../src-shared/errors.ts';
import type { ParsedSheet } from './checked-sheets.ts';
import { withoutGuards } from './without-guards.ts';

/** Those that are rare in values come first. */
const separators = ['\t', ';', ','] as const;

/** How much of a text is looked at to find its separator. */
const sampleLength = 10_000;

/** Excel reads this line but never writes it. */
const separatorLine = /^sep=(.)\r?\n/i;

/**
 * Parses comma-, semicolon- or tab-separated text, as Excel, LibreOffice and this app write it.
 *
 * @throws AppError `table_unreadable`
 */
export function parseTextTable(bytes: Uint8Array): ParsedSheet {
  const text = decode(bytes);
  const declared = separatorLine.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const delimiter = declared?.[1] ?? findSeparator(body);
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
  return {
    name: null,
    rows: rows.map((row) => row.map((text) => withoutProtection(text, delimiter))),
    roundedNumbers: 0,
  };
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

/**
 * Returns the separator that splits most lines into the same number of fields. The frequency alone says little: names of
 * companies have many commas. If two separators are equally good, the one that splits the headings is chosen.
 */
function findSeparator(text: string): string {
  const lines = sampleLines(text);
  const candidates = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    return { separator, agreeing: mostAgreeing(counts), splitsHeadings: (counts[0] ?? 0) > 0 };
  });
  const [best] = candidates.toSorted(
    (a, b) => b.agreeing - a.agreeing || Number(b.splitsHeadings) - Number(a.splitsHeadings),
  );
  return best === undefined || best.agreeing === 0 ? ',' : best.separator;
}

/** Returns the first lines with values, without what is in quotes. */
function sampleLines(text: string): string[] {
  const lines = text
    .slice(0, sampleLength)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n?|\n/);
  // The sample may end within a line.
  if (text.length > sampleLength && lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '');
}

/** Returns how many lines have the most frequent number of separators that is not zero. */
function mostAgreeing(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...lines.values());
}

const protectedText = /^="([^"]*)"$/;

/** Removes what this app writes so that Excel neither converts texts, such as digits, nor takes them for a formula. */
function withoutProtection(text: string, delimiter: string): string {
  return protectedText.exec(text)?.[1] ?? withoutGuards(text, delimiter);
}
