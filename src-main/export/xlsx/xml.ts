/** Pieces of XML that several parts of a workbook use: ECMA-376 part 1, 18.2 to 18.18. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationshipNamespace =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Returns the letter of a column.
 *
 * @param index the index of the column, from 0 to 25. No sheet of the app has more columns.
 */
export function toColumnLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
