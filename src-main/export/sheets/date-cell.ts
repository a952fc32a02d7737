import { parseMoment, type Clock } from '../../../src-shared/time-zone.ts';
import type { Cell } from './column.ts';

/** The first date with the correct number in Excel, which counts 1900 as a leap year. */
const minimumDate = Date.UTC(1900, 2, 1);
/** Excel's dates end before the year 10,000. */
const dateLimit = Date.UTC(10_000, 0, 1);

/**
 * Returns the cell of a date in the clock's time zone. A text that is no date, or a date that Excel does not support,
 * stays text.
 *
 * @param rfc3339 the date as the API sends it.
 */
export function toDateCell(rfc3339: string, clock: Clock): Cell {
  const utc = parseMoment(rfc3339);
  const date = utc + clock.offsetAt(utc) * 60_000;
  return date >= minimumDate && date < dateLimit ? { date } : rfc3339;
}
