import { mainNamespace, toColumnLetter, xmlDeclaration } from './xml.ts';
import { encodeAttribute } from './xml-text.ts';

/** A table that covers a whole sheet. It gives the sheet banded rows and filter buttons in the header. */
export interface Table {
  /** Letters, digits and underscores, unique in the workbook. Formulas refer to the table by this name. */
  name: string;
  /** The same texts as in the header cells, each unique. Otherwise Excel reports a damaged workbook. */
  headers: readonly string[];
  lastRow: number;
}

/**
 * Returns the XML of a table (ECMA-376 part 1, 18.5.1.2). The sheet must not have an `autoFilter` of its own.
 * A table without data has one empty row, as in Excel.
 *
 * @param id the number of the table in the workbook, from 1.
 */
export function createTableXml(id: number, { name, headers, lastRow }: Table): string {
  const range = `A1:${toColumnLetter(headers.length - 1)}${Math.max(lastRow, 2)}`;
  const columns = headers.map(
    (header, index) => `<tableColumn id="${index + 1}" name="${encodeAttribute(header)}"/>`,
  );
  return (
    xmlDeclaration +
    `<table xmlns="${mainNamespace}" id="${id}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">` +
    `<autoFilter ref="${range}"/>` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>' +
    '</table>'
  );
}
