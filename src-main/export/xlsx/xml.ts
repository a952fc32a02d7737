/** What the parts of a workbook have in common: ECMA-376 part 1, 18.2 to 18.18. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationshipNamespace =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param place of a column, the first is 0. Twenty-six are more than a tenant has fields. */
export function columnLetter(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place);
}
