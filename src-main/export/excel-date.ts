import { parseMoment } from '../../src-shared/time-zone.ts';

const millisecondsInDay = 86_400_000;
/** Day 0 of Excel's calendar, as everybody else counts: the wrong leap day of 1900 lies behind the first date below. */
const excelEpoch = Date.UTC(1899, 11, 30);
const firstDate = Date.UTC(1900, 2, 1);
const lastDate = Date.UTC(10_000, 0, 1);

/**
 * The number Excel shows as a date and time: days since the end of 1899, on the clock of a zone.
 *
 * @param rfc3339 the moment, as the API writes it.
 * @param offsetMinutes how far the zone's clock is ahead of UTC.
 * @returns `null` for a text that is no moment, or one that Excel's calendar does not have.
 */
export function toExcelDate(rfc3339: string, offsetMinutes: number): number | null {
  const local = parseMoment(rfc3339) + offsetMinutes * 60_000;
  if (!(local >= firstDate && local < lastDate)) return null;
  return (local - excelEpoch) / millisecondsInDay;
}
