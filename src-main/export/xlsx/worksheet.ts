import type { Cell, Column } from '../columns.ts';
import { colorFormat, columnStyles, headerStyle, momentStyle } from './styles.ts';
import { columnLetter, mainNamespace, relationshipNamespace, xmlDeclaration } from './xml.ts';
import { maximumCellLength, textElement } from './xml-text.ts';

/**
 * A worksheet up to its first row of data. The order of its parts is fixed: CT_Worksheet, ECMA-376 part 1, 18.3.1.99.
 *
 * @param widths of the columns, in characters of the default font.
 */
export function worksheetStart<Row>(
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string {
  const cols = columns.map(({ kind }, place) => {
    const at = `min="${place + 1}" max="${place + 1}"`;
    return `<col ${at} width="${widths[place] ?? 10}" style="${columnStyles[kind]}" customWidth="1"/>`;
  });
  const headers = columns.map(({ header }, place) =>
    textCell(`${columnLetter(place)}1`, headerStyle, header),
  );
  return (
    xmlDeclaration +
    `<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">` +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>' +
    '</sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${cols.join('')}</cols>` +
    `<sheetData><row r="1">${headers.join('')}</row>`
  );
}

/** Writes rows, and counts the texts that had to be cut on the way. */
export class RowWriter<Row> {
  readonly #columns: readonly { column: Column<Row>; letter: string; style: number }[];
  cutTexts = 0;

  constructor(columns: readonly Column<Row>[]) {
    this.#columns = columns.map((column, place) => ({
      column,
      letter: columnLetter(place),
      style: columnStyles[column.kind],
    }));
  }

  /** @param number of the row in the sheet; the header is 1. */
  row(number: number, row: Row): string {
    let xml = `<row r="${number}">`;
    for (const { column, letter, style } of this.#columns) {
      xml += this.#cell(`${letter}${number}`, style, column.cell(row));
    }
    return `${xml}</row>`;
  }

  /** An empty cell needs none of its own: its column has its style. */
  #cell(reference: string, style: number, cell: Cell): string {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'string') {
      if (cell.length > maximumCellLength) this.cutTexts++;
      return textCell(reference, style, cell);
    }
    if ('number' in cell) return `<c r="${reference}"><v>${cell.number}</v></c>`;
    return `<c r="${reference}" s="${momentStyle}"><v>${excelDate(cell.moment)}</v></c>`;
  }
}

/** @param lastRow the number of the last row that was written. */
export function worksheetEnd<Row>(
  columns: readonly Column<Row>[],
  { lastRow, hasTable }: { lastRow: number; hasTable: boolean },
): string {
  return (
    '</sheetData>' +
    conditionalFormatting(columns, lastRow) +
    // Excel marks digits that are text with a green triangle, and here every one of them is on purpose: 18.3.1.50.
    `<ignoredErrors><ignoredError sqref="A1:${columnLetter(columns.length - 1)}${lastRow}" numberStoredAsText="1"/></ignoredErrors>` +
    (hasTable ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '') +
    '</worksheet>'
  );
}

/** By the code and not by its label, so that it is the same in every language: 18.3.1.18. */
function conditionalFormatting<Row>(columns: readonly Column<Row>[], lastRow: number): string {
  if (lastRow < 2) return '';
  const formats = columns.map(({ colorsByNext }, place) => {
    if (colorsByNext === undefined) return '';
    const rules = Object.entries(colorsByNext).map(
      ([code, color], index) =>
        `<cfRule type="expression" dxfId="${colorFormat(color)}" priority="${index + 1}">` +
        `<formula>$${columnLetter(place + 1)}2="${code}"</formula></cfRule>`,
    );
    const letter = columnLetter(place);
    return `<conditionalFormatting sqref="${letter}2:${letter}${lastRow}">${rules.join('')}</conditionalFormatting>`;
  });
  return formats.join('');
}

/** A cell with its text inside it: ECMA-376 part 1, 18.3.1.4 and 18.18.11. */
function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is>${textElement(text)}</is></c>`;
}

/** Day 0 of Excel's calendar, as everybody else counts: the wrong leap day of 1900 lies behind the first date. */
const excelEpoch = Date.UTC(1899, 11, 30);
const millisecondsInDay = 86_400_000;

/** Days since the end of 1899 (18.17.4.1), which is what a cell shows as a date and time. */
function excelDate(moment: number): number {
  return (moment - excelEpoch) / millisecondsInDay;
}
