import { attributeText } from './xml-text.ts';
import { columnLetter, mainNamespace, xmlDeclaration } from './xml.ts';

/** A table over a whole sheet: its rows are banded, and its header filters. */
export interface Table {
  /** Of letters, digits and underscores, and like no other of the workbook: it is what formulas call it. */
  name: string;
  /** As in the header's cells, each once: Excel mends the workbook where they differ. */
  headers: readonly string[];
  lastRow: number;
}

/**
 * The part of a table (ECMA-376 part 1, 18.5.1.2). Its own `autoFilter` is the sheet's, which may have no other. Excel
 * gives a table without data one empty row.
 *
 * @param id of the table in the workbook, from 1.
 */
export function tableXml(id: number, { name, headers, lastRow }: Table): string {
  const range = `A1:${columnLetter(headers.length - 1)}${Math.max(lastRow, 2)}`;
  const columns = headers.map(
    (header, place) => `<tableColumn id="${place + 1}" name="${attributeText(header)}"/>`,
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
