/** A clock that is the same distance from UTC all the year. */
export interface TimeZone {
  /** For `Intl`. */
  name: string;
  label: string;
  offsetMinutes: number;
}

/** Dates are shown and exported in Vietnam's time. Vietnam keeps no summer time, so one offset is enough. */
export const timeZone: TimeZone = {
  name: 'Asia/Ho_Chi_Minh',
  label: 'UTC+7',
  offsetMinutes: 7 * 60,
};

/** The day of a moment, `2026-11-23`. */
export function dayOf(moment: number): string {
  return new Date(moment + timeZone.offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** Only a time with its offset is unambiguous; anything less would be read in this computer's own zone. */
const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** The moment a text of the API means, in milliseconds since 1970; NaN when it is none. For grid and sheet alike. */
export function parseMoment(text: string): number {
  return rfc3339.test(text) && isInCalendar(text.slice(0, 10)) ? Date.parse(text) : NaN;
}

/** JavaScript takes the 30th of February for the 1st of March. */
function isInCalendar(day: string): boolean {
  if (Number(day.slice(8)) <= 28) return true;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
