import { parseDate } from './dates.ts';
import type { Clock } from './time-zone.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** Date inputs also accept years beyond 9999, which RFC 3339 cannot represent. */
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Returns the first moment of a day on the clock, as RFC 3339; `null` if `text` is not a day. It is not midnight if the
 * clock was put forward then.
 */
export function startOfDay(text: string, clock: Clock): string | null {
  const midnight = parseDay(text);
  return midnight === null ? null : toText(firstMoment(midnight, clock), clock);
}

/** Returns the last nanosecond of a day, as RFC 3339; `null` if `text` is not a day. */
export function endOfDay(text: string, clock: Clock): string | null {
  const midnight = parseDay(text);
  if (midnight === null) return null;
  return toText(firstMoment(midnight + dayLength, clock) - second, clock, '.999999999');
}

/** Returns the beginning of a day in UTC. */
function parseDay(text: string): number | null {
  const midnight = day.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // `Date.parse` reads 30 February as 2 March.
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
  return isDay ? midnight : null;
}

/** Returns the first moment, to the second, at which the clock shows `midnight` or later. */
function firstMoment(midnight: number, clock: Clock): number {
  // No clock is 15 hours from UTC.
  let low = midnight - 15 * hour;
  let high = midnight + 15 * hour;
  while (high - low > second) {
    const middle = low + Math.floor((high - low) / 2 / second) * second;
    if (middle + clock.offsetAt(middle) * minute >= midnight) high = middle;
    else low = middle;
  }
  return high;
}

/** Returns a moment as RFC 3339, with the clock's offset at that moment. */
function toText(moment: number, clock: Clock, fraction = ''): string {
  const offset = clock.offsetAt(moment);
  const local = new Date(moment + offset * minute).toISOString().slice(0, -'.000Z'.length);
  const minutes = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${local}${fraction}${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** Returns the day that the clock shows at a moment, in the format of a date input: `2026-11-23`. */
export function dayAt(moment: Date, clock: Clock): string {
  const local = new Date(moment.getTime() + clock.offsetAt(moment.getTime()) * minute);
  return local.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/**
 * Returns the day whose first or last second a moment is on the clock, `2026-11-23`; `null` if it is neither.
 *
 * @param text RFC 3339.
 */
export function dayOfBound(text: string, clock: Clock): string | null {
  const moment = parseDate(text);
  if (Number.isNaN(moment)) return null;
  const name = dayAt(new Date(moment), clock);
  const bounds = [startOfDay(name, clock), endOfDay(name, clock)];
  return bounds.some((bound) => bound !== null && parseDate(bound) === moment) ? name : null;
}

/** Periods that end today, offered by date filters. */
export const periods = ['last7Days', 'last30Days', 'last90Days', 'thisYear'] as const;
export type Period = (typeof periods)[number];

const dayCounts = { last7Days: 7, last30Days: 30, last90Days: 90 };

/** Returns the first day of a period that ends today. */
export function firstDayOf(period: Period, now: Date, clock: Clock): string {
  const today = dayAt(now, clock);
  if (period === 'thisYear') return `${today.slice(0, 'yyyy'.length)}-01-01`;
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1, date - dayCounts[period] + 1));
  return first.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Returns the last `count` months including the current one, oldest first: `2026-11`. */
export function lastMonths(count: number, now: Date, clock: Clock): string[] {
  const [year = 0, month = 0] = dayAt(now, clock).split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const first = new Date(Date.UTC(year, month - count + at, 1));
    return first.toISOString().slice(0, 'yyyy-mm'.length);
  });
}

/** Returns the last day of a month: `2026-02-28` for `2026-02`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
