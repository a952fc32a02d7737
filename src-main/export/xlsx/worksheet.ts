import type { Cell, Column } from '../sheets/column.ts';
import { columnStyles, dateStyle, headerStyle, toFormatIndex } from './styles.ts';
import { mainNamespace, relationshipNamespace, toColumnLetter, xmlDeclaration } from './xml.ts';
import { createTextElement, encodeText, maximumCellLength } from './xml-text.ts';

/**
 * Returns the XML of a worksheet up to the header row. The order of the elements is fixed: CT_Worksheet, ECMA-376
 * part 1, 18.3.1.99.
 *
 * @param widths the widths of the columns, in characters of the default font.
 */
export function createWorksheetStart<Row>(
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string {
  const cols = columns.map(({ kind }, index) => {
    const range = `min="${index + 1}" max="${index + 1}"`;
    return `<col ${range} width="${widths[index] ?? 10}" style="${columnStyles[kind]}" customWidth="1"/>`;
  });
  const headers = columns.map(({ header }, index) =>
    createTextCell(`${toColumnLetter(index)}1`, headerStyle, header),
  );
  return (
    xmlDeclaration +
    `<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0">${createFrozenPanes(countFrozenColumns(columns, widths))}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${cols.join('')}</cols>` +
    `<sheetData><row r="1">${headers.join('')}</row>`
  );
}

/** In characters, half of a small screen: what is frozen must leave room for the other columns. */
const maximumFrozenWidth = 80;

/** Returns the number of columns up to the row title, or 0 if they would take too much room. */
function countFrozenColumns<Row>(
  columns: readonly Column<Row>[],
  widths: readonly number[],
): number {
  const count = columns.findIndex(({ isRowTitle }) => isRowTitle === true) + 1;
  const width = widths.slice(0, count).reduce((sum, each) => sum + each, 0);
  return width > maximumFrozenWidth ? 0 : count;
}

/** Freezes the header row and the first columns: 18.3.1.66. */
function createFrozenPanes(columnCount: number): string {
  if (columnCount === 0) {
    return (
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
    );
  }
  const letter = toColumnLetter(columnCount);
  return (
    `<pane xSplit="${columnCount}" ySplit="1" topLeftCell="${letter}2" activePane="bottomRight" state="frozen"/>` +
    `<selection pane="topRight" activeCell="${letter}1" sqref="${letter}1"/>` +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>' +
    `<selection pane="bottomRight" activeCell="${letter}2" sqref="${letter}2"/>`
  );
}

/** Creates the XML of rows, and counts the texts that were cut. */
export class RowFormatter<Row> {
  readonly #columns: readonly { column: Column<Row>; letter: string; style: number }[];
  cutTexts = 0;

  constructor(columns: readonly Column<Row>[]) {
    this.#columns = columns.map((column, index) => ({
      column,
      letter: toColumnLetter(index),
      style: columnStyles[column.kind],
    }));
  }

  /** Returns the XML of a row. @param number the number of the row in the sheet. The header is row 1. */
  format(number: number, row: Row): string {
    let xml = `<row r="${number}">`;
    for (const { column, letter, style } of this.#columns) {
      xml += this.#formatCell(`${letter}${number}`, style, column.cell(row));
    }
    return `${xml}</row>`;
  }

  #formatCell(reference: string, style: number, cell: Cell): string {
    // An empty cell needs no element, because the column has the style.
    if (cell === null || cell === '') return '';
    if (typeof cell === 'string') {
      if (cell.length > maximumCellLength) this.cutTexts++;
      return createTextCell(reference, style, cell);
    }
    if ('number' in cell) return `<c r="${reference}"><v>${cell.number}</v></c>`;
    return `<c r="${reference}" s="${dateStyle}"><v>${toExcelDate(cell.date)}</v></c>`;
  }
}

interface WorksheetEnd {
  /** The number of the last row. */
  lastRow: number;
  hasTable: boolean;
  /** For the bottom of each page. */
  title: string;
}

/** Returns the XML of a worksheet after its last row. */
export function createWorksheetEnd<Row>(
  columns: readonly Column<Row>[],
  { lastRow, hasTable, title }: WorksheetEnd,
): string {
  return (
    '</sheetData>' +
    createConditionalFormatting(columns, lastRow) +
    createPageLayout(title) +
    // Without this, Excel marks every text of digits with a green triangle: 18.3.1.50.
    `<ignoredErrors><ignoredError sqref="A1:${toColumnLetter(columns.length - 1)}${lastRow}" numberStoredAsText="1"/></ignoredErrors>` +
    (hasTable ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '') +
    '</worksheet>'
  );
}

/** In characters. A footer of more than 255, with its codes, makes Excel report a damaged workbook. */
const longestTitle = 100;

/**
 * Prints on A4 in landscape, one page wide, with title, sheet name and page number at the bottom of each page: 18.3.1.63,
 * and 18.3.1.46 for the codes. Margins are in inches.
 */
function createPageLayout(title: string): string {
  const shortTitle = title.slice(0, longestTitle).replaceAll('&', '&&');
  const footer = encodeText(`&L${shortTitle}&C&A&R&P / &N`);
  return (
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.7" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter scaleWithDoc="0"><oddFooter>${footer}</oddFooter></headerFooter>`
  );
}

/** The rules compare codes, not labels, so that they are the same in every language: 18.3.1.18. */
function createConditionalFormatting<Row>(
  columns: readonly Column<Row>[],
  lastRow: number,
): string {
  if (lastRow < 2) return '';
  const formats = columns.map(({ colorsByNextColumn }, index) => {
    if (colorsByNextColumn === undefined) return '';
    const codeLetter = toColumnLetter(index + 1);
    const rules = Object.entries(colorsByNextColumn).map(
      ([code, color], ruleIndex) =>
        `<cfRule type="expression" dxfId="${toFormatIndex(color)}" priority="${ruleIndex + 1}">` +
        `<formula>$${codeLetter}2="${code}"</formula></cfRule>`,
    );
    const letter = toColumnLetter(index);
    return `<conditionalFormatting sqref="${letter}2:${letter}${lastRow}">${rules.join('')}</conditionalFormatting>`;
  });
  return formats.join('');
}

/** Returns a cell that contains its text directly: ECMA-376 part 1, 18.3.1.4 and 18.18.11. */
function createTextCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is>${createTextElement(text)}</is></c>`;
}

/** Day 0 of Excel's calendar. Correct from March 1900 on, because Excel counts 1900 as a leap year. */
const excelEpoch = Date.UTC(1899, 11, 30);
const millisecondsPerDay = 86_400_000;

/**
 * Returns the number of a date in Excel: the days since day 0 (18.17.4.1). For a number that is rounded down, LibreOffice
 * shows the second before, so the next larger number is written. Midnight is exact.
 */
function toExcelDate(date: number): number {
  const days = (date - excelEpoch) / millisecondsPerDay;
  return Number.isInteger(days) ? days : days * (1 + Number.EPSILON);
}
