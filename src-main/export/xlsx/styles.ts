import type { Color, ColumnKind } from '../columns.ts';
import { mainNamespace, xmlDeclaration } from './xml.ts';

/** The cell styles, in the order `stylesXml` declares them. */
const styles = { normal: 0, header: 1, text: 2, moment: 3 } as const;

export const headerStyle = styles.header;
export const momentStyle = styles.moment;

/**
 * A column's own style. Ids and what somebody typed have the format of text, so that they stay text when the cell is
 * edited: a name that begins with `=` would become a formula.
 */
export const columnStyles: Readonly<Record<ColumnKind, number>> = {
  id: styles.text,
  text: styles.text,
  label: styles.normal,
  moment: styles.moment,
};

/** Excel's own good, note and muted: what its users take them for. */
const colors: Readonly<Record<Color, { font: string; fill: string }>> = {
  on: { font: 'FF006100', fill: 'FFC6EFCE' },
  new: { font: 'FF1F4E78', fill: 'FFDDEBF7' },
  off: { font: 'FF595959', fill: 'FFE7E6E6' },
};

/** The place of a color among the differential formats. */
export function colorFormat(color: Color): number {
  return Object.keys(colors).indexOf(color);
}

const differentialFormats = Object.values(colors).map(
  ({ font, fill }) =>
    `<dxf><font><color rgb="${font}"/></font><fill><patternFill><bgColor rgb="${fill}"/></patternFill></fill></dxf>`,
);

/**
 * Styles, ECMA-376 part 1, 18.8. Number format 164 is the first that is free for a workbook's own, 49 is text: 18.8.30.
 * The two fills are those that Excel takes to be there: 18.8.21.
 */
export const stylesXml =
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
  `<dxfs count="${differentialFormats.length}">${differentialFormats.join('')}</dxfs>` +
  '</styleSheet>';
