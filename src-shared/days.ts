import type { Clock } from './time-zone.ts';

const minute = 60_000;

/** A date input gives years beyond 9999 too, which RFC 3339 cannot write. */
const day = /^\d{4}-\d{2}-\d{2}$/;

/** The first moment of a day of the clock's calendar; `null` for no day. */
export function startOfDay(text: string, clock: Clock): string | null {
  return momentOf(text, '00:00:00', clock);
}

/** The last moment of the day, to the digits the server writes. */
export function endOfDay(text: string, clock: Clock): string | null {
  return momentOf(text, '23:59:59.999999', clock);
}

/** The moment at which the clock shows day and time, RFC 3339 with the offset it then has. */
function momentOf(text: string, time: string, clock: Clock): string | null {
  if (!day.test(text)) return null;
  const shown = Date.parse(`${text}T${time}Z`);
  // Where the clock is changed between the two, the offset is that of the moment which is meant.
  const near = shown - clock.offsetAt(shown) * minute;
  const offset = clock.offsetAt(shown - clock.offsetAt(near) * minute);
  const minutes = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${text}T${time}${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** The day the clock shows at a moment, as a date input writes it: `2026-11-23`. */
export function dayAt(moment: Date, clock: Clock): string {
  const local = new Date(moment.getTime() + clock.offsetAt(moment.getTime()) * minute);
  return local.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** Spans of days that end today, offered wherever days are chosen. */
export const periods = ['last7Days', 'last30Days', 'last90Days', 'thisYear'] as const;
export type Period = (typeof periods)[number];

const dayCounts = { last7Days: 7, last30Days: 30, last90Days: 90 };

/** The first day of a period, today being its last. */
export function firstDayOf(period: Period, now: Date, clock: Clock): string {
  const today = dayAt(now, clock);
  if (period === 'thisYear') return `${today.slice(0, 'yyyy'.length)}-01-01`;
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1, date - dayCounts[period] + 1));
  return first.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** The months up to the one it is, oldest first: `2026-11`. */
export function lastMonths(count: number, now: Date, clock: Clock): string[] {
  const [year = 0, month = 0] = dayAt(now, clock).split('-').map(Number);
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
