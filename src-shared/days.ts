import { timeZone } from './time-zone.ts';

const minutes = Math.abs(timeZone.offsetMinutes);
const offset = `${timeZone.offsetMinutes < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** A date input gives years beyond 9999 too, which RFC 3339 cannot write. */
const day = /^\d{4}-\d{2}-\d{2}$/;

/** The first moment of a day of Vietnam's calendar, where the dates on screen are from; `null` for no day. */
export function startOfDay(text: string): string | null {
  return day.test(text) ? `${text}T00:00:00${offset}` : null;
}

/** The last moment of the day, to the digits the server writes. */
export function endOfDay(text: string): string | null {
  return day.test(text) ? `${text}T23:59:59.999999${offset}` : null;
}

/** The day it is at a moment, as a date input writes it: `2026-11-23`. */
export function dayAt(moment: Date): string {
  const local = new Date(moment.getTime() + timeZone.offsetMinutes * 60_000);
  return local.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Spans of days that end today, offered wherever days are chosen. */
export const periods = ['last7Days', 'last30Days', 'last90Days', 'thisYear'] as const;
export type Period = (typeof periods)[number];

const dayCounts = { last7Days: 7, last30Days: 30, last90Days: 90 };

/** The first day of a period, today being its last. */
export function firstDayOf(period: Period, now: Date): string {
  if (period === 'thisYear') return `${dayAt(now).slice(0, 'yyyy'.length)}-01-01`;
  return dayAt(new Date(now.getTime() - (dayCounts[period] - 1) * 24 * 3_600_000));
}

/** The months up to the one it is, oldest first: `2026-11`. */
export function lastMonths(count: number, now: Date): string[] {
  const [year = 0, month = 0] = dayAt(now).split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const first = new Date(Date.UTC(year, month - count + at, 1));
    return first.toISOString().slice(0, 'yyyy-mm'.length);
  });
}

/** The last day of a month: `2026-02` has `2026-02-28`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
