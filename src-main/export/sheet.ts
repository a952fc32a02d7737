import { attributeText, cellText } from './xml-text.ts';

/** A cell's value: text stays text whatever it looks like; a date is a number that is shown as a moment. */
export type Cell = { text: string } | { date: number } | { number: number } | null;

export interface SheetColumn {
  header: string;
  /** In characters of the default font. */
  width: number;
  /** Ids: formatted as text, and without Excel's green "number stored as text" mark. */
  isId: boolean;
}

/** The cell styles, in the order `stylesXml` declares them. */
const styles = { normal: 0, header: 1, id: 2, date: 3 } as const;

/** The order of a worksheet's parts is fixed: CT_Worksheet, ECMA-376 part 1, 18.3.1.99. */
export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(({ width, isId }, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    return `<col ${place} width="${width}" style="${isId ? styles.id : styles.normal}" customWidth="1"/>`;
  });
  const headers = columns.map(({ header }, index) =>
    textCell(`${columnLetter(index)}1`, styles.header, header),
  );
  return (
    xmlDeclaration +
    `<worksheet xmlns="${mainNamespace}">` +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>' +
    '</sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${widths.join('')}</cols>` +
    `<sheetData><row r="1">${headers.join('')}</row>`
  );
}

/** @param row the row's number in the sheet; the header is 1. */
export function sheetRow(
  row: number,
  columns: readonly SheetColumn[],
  cells: readonly Cell[],
): string {
  const written = cells.map((cell, index) => {
    if (cell === null) return '';
    const reference = `${columnLetter(index)}${row}`;
    if ('number' in cell) return `<c r="${reference}"><v>${cell.number}</v></c>`;
    if ('date' in cell) return `<c r="${reference}" s="${styles.date}"><v>${cell.date}</v></c>`;
    return textCell(reference, columns[index]?.isId ? styles.id : styles.normal, cell.text);
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

/** @param lastRow the number of the last row that was written. */
export function sheetEnd(lastRow: number, columns: readonly SheetColumn[]): string {
  const lastColumn = columnLetter(columns.length - 1);
  const ids = columns.flatMap(({ isId }, index) => {
    const letter = columnLetter(index);
    return isId ? [`${letter}1:${letter}${lastRow}`] : [];
  });
  const ignored =
    ids.length === 0
      ? ''
      : `<ignoredErrors><ignoredError sqref="${ids.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData><autoFilter ref="A1:${lastColumn}${lastRow}"/>` + `${ignored}</worksheet>`;
}

/** Where in the package a sheet stands; the first is 0. */
export function sheetPath(index: number): string {
  return `xl/${sheetTarget(index)}`;
}

/** The same, as the workbook names it. */
function sheetTarget(index: number): string {
  return `worksheets/sheet${index + 1}.xml`;
}

/** The parts of the package besides the sheets, by their path in it. */
export function workbookParts(sheetNames: readonly string[]): Record<string, string> {
  const types = sheetNames.map(
    (_name, index) =>
      `<Override PartName="/${sheetPath(index)}" ContentType="${spreadsheetType}.worksheet+xml"/>`,
  );
  const sheets = sheetNames.map(
    (name, index) =>
      `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return {
    '[Content_Types].xml':
      xmlDeclaration +
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheetType}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${spreadsheetType}.styles+xml"/>` +
      `${types.join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      xmlDeclaration +
      `<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">` +
      `<sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheetNames.map((_name, index) => ['worksheet', sheetTarget(index)] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
  };
}

const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Number format 164 is the first that is free for a workbook's own, 49 is text: ECMA-376 part 1, 18.8.30. */
const stylesXml =
  xmlDeclaration +
  `<styleSheet xmlns="${mainNamespace}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

/** The first has the id `rId1`. */
function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationshipNamespace}/${type}" Target="${target}"/>`,
  );
  return (
    xmlDeclaration +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `${entries.join('')}</Relationships>`
  );
}

/** `xml:space` keeps spaces at the ends and line breaks, which readers may drop otherwise. */
function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** Twenty-six columns are more than a tenant has fields. */
function columnLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
