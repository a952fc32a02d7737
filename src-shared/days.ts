import type { Clock } from './time-zone.ts';

const minute = 60_000;

/** Date inputs also accept years beyond 9999, which RFC 3339 cannot represent. */
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Returns the first moment of a day on the clock, as RFC 3339; `null` if `text` is not a day. */
export function startOfDay(text: string, clock: Clock): string | null {
  return momentOf(text, '00:00:00', clock);
}

/** Returns the last moment of a day, with the microseconds that the server writes; `null` if `text` is not a day. */
export function endOfDay(text: string, clock: Clock): string | null {
  return momentOf(text, '23:59:59.999999', clock);
}

/** Returns the moment at which the clock shows a day and time, as RFC 3339 with the clock's offset at that moment. */
function momentOf(text: string, time: string, clock: Clock): string | null {
  if (!day.test(text)) return null;
  const shown = Date.parse(`${text}T${time}Z`);
  // The offset may change between `shown` and the wanted moment, so it is read again closer to that moment.
  const near = shown - clock.offsetAt(shown) * minute;
  const offset = clock.offsetAt(shown - clock.offsetAt(near) * minute);
  const minutes = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${text}T${time}${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** Returns the day that the clock shows at a moment, in the format of a date input: `2026-11-23`. */
export function dayAt(moment: Date, clock: Clock): string {
  const local = new Date(moment.getTime() + clock.offsetAt(moment.getTime()) * minute);
  return local.toISOString().slice(0, 'yyyy-mm-dd'.length);
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
