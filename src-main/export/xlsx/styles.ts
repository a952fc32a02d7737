import type { Color, ColumnKind } from '../sheets/column.ts';
import { mainNamespace, xmlDeclaration } from './xml.ts';

/** The indexes of the cell styles in `stylesXml`. */
const styles = { normal: 0, header: 1, text: 2, date: 3 } as const;

export const headerStyle = styles.header;
export const dateStyle = styles.date;

/**
 * The style of each kind of column. Ids and entered texts have the number format of text, so that they stay text when
 * the user edits the cell. Otherwise a name that begins with `=` would become a formula.
 */
export const columnStyles: Readonly<Record<ColumnKind, number>> = {
  id: styles.text,
  text: styles.text,
  label: styles.normal,
  date: styles.date,
  number: styles.normal,
};

/** How dates are shown. `regional`: in the order of the reader's region. The cells also hold the seconds. */
export type DateFormat = 'regional' | 'dayFirst';

/**
 * Number formats: 22 is Excel's own format of a date with a time, which follows the reader's region, and 164 is the first
 * custom one (ECMA-376 part 1, 18.8.30). In custom formats, a plain slash is the region's separator.
 */
const dateFormatIds: Readonly<Record<DateFormat, number>> = { regional: 22, dayFirst: 164 };
const dayFirst = 'dd\\/mm\\/yyyy\\ hh:mm';

/** The colors of Excel's styles for good, note and muted, which its users know. */
const colors: Readonly<Record<Color, { font: string; fill: string }>> = {
  on: { font: 'FF006100', fill: 'FFC6EFCE' },
  new: { font: 'FF1F4E78', fill: 'FFDDEBF7' },
  off: { font: 'FF595959', fill: 'FFE7E6E6' },
};

/** Returns the index of a color in the differential formats. */
export function toFormatIndex(color: Color): number {
  return Object.keys(colors).indexOf(color);
}

const differentialFormats = Object.values(colors).map(
  ({ font, fill }) =>
    `<dxf><font><color rgb="${font}"/></font><fill><patternFill><bgColor rgb="${fill}"/></patternFill></fill></dxf>`,
);

/**
 * Returns the styles of a workbook, ECMA-376 part 1, 18.8. Number format 49 is text (18.8.30). Excel expects the two
 * fills (18.8.21).
 */
export function createStylesXml(dateFormat: DateFormat): string {
  return (
    xmlDeclaration +
    `<styleSheet xmlns="${mainNamespace}">` +
    `<numFmts count="1"><numFmt numFmtId="${dateFormatIds.dayFirst}" formatCode="${dayFirst}"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
    `<xf numFmtId="${dateFormatIds[dateFormat]}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    `<dxfs count="${differentialFormats.length}">${differentialFormats.join('')}</dxfs>` +
    '</styleSheet>'
  );
}
