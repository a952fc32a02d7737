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
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
  return exists ? midnight : null;
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

/** Spans that end a number of days ago and have no beginning. `olderThan30Days` has all days before `last30Days`. */
export const ages = ['olderThan30Days', 'olderThan60Days', 'olderThan90Days'] as const;
export type Age = (typeof ages)[number];

/** Days from which a list can be shown as it was. */
export const pastDays = ['yesterday', '7DaysAgo', '30DaysAgo', '90DaysAgo'] as const;

/** The relative days that a span can begin with. */
export const firstDays = ['today', ...periods] as const;

/** How many days a relative day is before today. */
const daysBefore = {
  ...{ today: 0, yesterday: 1, '7DaysAgo': 7, '30DaysAgo': 30, '90DaysAgo': 90 },
  ...{ last7Days: 6, last30Days: 29, last90Days: 89 },
  ...{ olderThan30Days: 30, olderThan60Days: 60, olderThan90Days: 90 },
};

/** Returns how many days a day of the past is before today. */
export function daysAgo(day: (typeof pastDays)[number]): number {
  return daysBefore[day];
}

/** A day that moves on with the calendar: the first day of a period, the last one of an age, or a single day. */
type RelativeDay = keyof typeof daysBefore | 'thisYear';

function isRelativeDay(text: string): text is RelativeDay {
  return text === 'thisYear' || Object.hasOwn(daysBefore, text);
}

/** Returns the day that a relative day is at present. Other texts are returned unchanged. @param today `2026-11-23`. */
export function resolveDay(text: string, today: string): string {
  if (!isRelativeDay(text)) return text;
  if (text === 'thisYear') return `${today.slice(0, 'yyyy'.length)}-01-01`;
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  const found = new Date(Date.UTC(year, month - 1, date - daysBefore[text]));
  return found.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Returns whether a text is a day of the calendar, `2026-11-23`. */
export function isDay(text: string): boolean {
  return parseDay(text) !== null;
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
