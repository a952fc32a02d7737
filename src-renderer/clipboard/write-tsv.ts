const needsQuotes = /["\t\r\n]/;

/**
 * Writes cells as plain text for spreadsheets and editors: tabs between fields, CRLF between rows, and quotes around
 * fields that contain a tab, a quote or a line break (RFC 4180, with a tab instead of the comma). Values that look like a
 * formula are not escaped: editors should get the exact text, and spreadsheets use the HTML instead.
 */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeField).join('\t')).join('\r\n');
}

function writeField(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
