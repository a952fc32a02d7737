/**
 * Text in Excel, or the ids lose their last digits, times are read in the order of another country, and a name that
 * begins with `=` is a formula. Spaces stay as many as they are, and a line break stays in its cell.
 */
const asText = `mso-number-format:'\\@';white-space:pre-wrap`;
const lineBreak = '<br style="mso-data-placement:same-cell">';

const entities: Partial<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Cells as an HTML table, which spreadsheets prefer to plain text. @param head the names of the columns, if wanted. */
export function writeHtml(
  rows: readonly (readonly string[])[],
  head: readonly string[] | null,
): string {
  const header = head ? writeRow('th', head) : '';
  const body = rows.map((row) => writeRow('td', row)).join('');
  return `<meta charset="utf-8"><table>${header}${body}</table>`;
}

function writeRow(tag: 'th' | 'td', cells: readonly string[]): string {
  const written = cells.map((text) => `<${tag} style="${asText}">${writeText(text)}</${tag}>`);
  return `<tr>${written.join('')}</tr>`;
}

function writeText(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/\r\n|\r|\n/g, lineBreak);
}
