import { guardFormula } from '../../src-shared/guard-formula.ts';

const needsQuotes = /["\t\r\n]/;

/**
 * Writes cells as plain text for spreadsheets and editors: tabs between fields, CRLF between rows, and quotes around
 * fields that contain a tab, a quote or a line break (RFC 4180, with a tab instead of the comma). A value that could be a
 * formula gets an apostrophe in front. Spreadsheets use the HTML instead, unless the user pastes the text only.
 */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeField).join('\t')).join('\r\n');
}

function writeField(text: string): string {
  const safeText = guardFormula(text, '\t');
  return needsQuotes.test(safeText) ? `"${safeText.replaceAll('"', '""')}"` : safeText;
}
