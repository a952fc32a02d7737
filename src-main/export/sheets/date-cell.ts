import { localTime, meansNoDate } from '../../../src-shared/dates.ts';
import { dayFormats } from '../../../src-shared/day-formats.ts';
import type { Language } from '../../../src-shared/preferences.ts';
import type { Clock } from '../../../src-shared/time-zone.ts';
import type { Cell } from './column.ts';

/**
 * Returns the cell of a date in the clock's time zone, to the second: Excel would round a fraction of 0.999 to the next
 * second, and so to the next day. The cell is empty if the text means that there is no date. Other texts that are no
 * date, or that Excel cannot show as one, stay text.
 *
 * @param text the date as the API sends it.
 */
export function toDateCell(text: string, clock: Clock): Cell {
  if (meansNoDate(text)) return null;
  const date = localTime(text, clock);
  return Number.isNaN(date) ? text : { date };
}

/** Returns the date of a cell as text, in a format that Excel reads in every language. */
export function formatDate(date: number): string {
  return new Date(date).toISOString().slice(0, -'.000Z'.length).replace('T', ' ');
}

/** Returns a day, `2026-11-23`, as people write it: `23 Nov 2026`. */
export function formatDay(day: string, language: Language): string {
  return dayFormats[language].format(new Date(day));
}

/** Returns a date in the clock's time zone as text; a text that is no date unchanged. */
export function toDateText(text: string, clock: Clock): string {
  const date = localTime(text, clock);
  return Number.isNaN(date) ? text : formatDate(date);
}
