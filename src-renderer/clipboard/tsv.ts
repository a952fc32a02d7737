const needsQuotes = /["\t\r\n]/;

/**
 * Cells as plain text, which spreadsheets and editors take: tabs between fields, CRLF between rows, and quotes around
 * a field that has one of these, as in RFC 4180 with a tab for the comma. Values are as they are, also where one begins
 * like a formula: whoever pastes text wants that text, and a spreadsheet takes the HTML beside it.
 */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeField).join('\t')).join('\r\n');
}

function writeField(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
