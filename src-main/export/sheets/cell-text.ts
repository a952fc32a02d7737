import type { Cell } from './column.ts';
import { formatDate } from './date-cell.ts';

/** Returns a cell as text; an empty text for an empty cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('number' in cell) return String(cell.number);
  return formatDate(cell.date);
}
