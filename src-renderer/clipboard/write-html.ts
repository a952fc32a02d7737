/**
 * The styles make Excel store cells as text. Otherwise ids lose their last digits, dates are read in the order of another
 * country, and a name that starts with `=` becomes a formula. They also keep multiple spaces, and line breaks in a cell.
 */
const styles = `mso-number-format:'\\@';white-space:pre-wrap`;

/** LibreOffice reads the format of a cell from this attribute: `@` is text, `1033` the format's language. */
const libreOfficeFormat = '1033;0;@';
const lineBreak = '<br style="mso-data-placement:same-cell">';

const entities: Partial<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/**
 * Writes cells as an HTML table. Spreadsheets prefer it to plain text.
 *
 * @param header the names of the columns; `null` for a table without a header.
 */
export function writeHtml(
  rows: readonly (readonly string[])[],
  header: readonly string[] | null,
): string {
  const headerRow = header ? writeRow('th', header) : '';
  const body = rows.map((row) => writeRow('td', row)).join('');
  return `<meta charset="utf-8"><table>${headerRow}${body}</table>`;
}

function writeRow(tag: 'th' | 'td', cells: readonly string[]): string {
  const written = cells.map(
    (text) => `<${tag} style="${styles}" sdnum="${libreOfficeFormat}">${writeText(text)}</${tag}>`,
  );
  return `<tr>${written.join('')}</tr>`;
}

function writeText(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/\r\n|\r|\n/g, lineBreak);
}
