import { anyPrefix, attributePattern } from './xml-patterns.ts';

export interface Cell {
  attributes: string;
  content: string;
}

/** The values that the cells of a workbook can have. */
export interface ValidValues {
  /** The numbers of the days that a sheet can show, up to 31 December 9999. */
  firstDay: number;
  lastDay: number;
  sharedTexts: number;
  styles: number;
}

const cellValue = new RegExp(String.raw`<${anyPrefix}v(?:\s[^<>]*)?>([^<]*)<`);
const cellType = attributePattern('t');
const cellStyle = attributePattern('s');

/** Returns a cell that the reader accepts: the same object if it accepts the cell as it is. */
export function repairCell(cell: Cell, valid: ValidValues): Cell {
  const [, type = 'n'] = cellType.exec(cell.attributes) ?? [];
  const [, value = ''] = cellValue.exec(cell.content) ?? [];
  switch (type) {
    case 'str':
    case 'inlineStr':
      return cell;
    case 'n': {
      const [, style = '0'] = cellStyle.exec(cell.attributes) ?? [];
      const mayBeDay = Number(value) >= valid.firstDay && Number(value) < valid.lastDay + 1;
      const hasStyle = /^\d+$/.test(style) && Number(style) < valid.styles;
      return mayBeDay && hasStyle
        ? cell
        : { ...cell, attributes: cell.attributes.replace(cellStyle, '') };
    }
    case 's':
      return value === '' || (/^\d+$/.test(value) && Number(value) < valid.sharedTexts)
        ? cell
        : emptied(cell);
    case 'b':
      return /^[01]?$/.test(value) ? cell : emptied(cell);
    case 'd':
      return Number.isNaN(Date.parse(value)) ? emptied(cell) : asText(cell, value);
    case 'e':
      return value === '' ? emptied(cell) : cell;
    default:
      return emptied(cell);
  }
}

/** Without a type, a cell without a value is valid. */
function emptied({ attributes }: Cell): Cell {
  return { attributes: attributes.replace(cellType, ''), content: '' };
}

/** Returns a date cell with its day as text. The reader would take a time without a zone for one of this computer. */
function asText({ attributes }: Cell, value: string): Cell {
  const [day = value] = /^\d{4}-\d\d-\d\d/.exec(value) ?? [];
  return { attributes: attributes.replace(cellType, ' t="str"'), content: `<v>${day}</v>` };
}
