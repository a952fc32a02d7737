/** The time zones that dates can be shown and exported in. */
export const timeZones = ['vietnam', 'computer', 'utc'] as const;
export type TimeZone = (typeof timeZones)[number];

export interface Clock {
  /** For `Intl`. */
  name: string;
  /** For headers: `UTC+7`, or the zone's name if it has daylight saving time. */
  label: string;
  /** Returns the minutes ahead of UTC at a moment, given in milliseconds since 1970. */
  offsetAt: (moment: number) => number;
}

/** Returns the clock of a zone. `computer` is the zone of the current process. */
export function createClock(zone: TimeZone): Clock {
  switch (zone) {
    case 'vietnam':
      // Vietnam has no daylight saving time.
      return fixedClock('Asia/Ho_Chi_Minh', 7 * 60);
    case 'utc':
      return fixedClock('UTC', 0);
    case 'computer':
      return computerClock();
  }
}

function fixedClock(name: string, offsetMinutes: number): Clock {
  return { name, label: offsetLabel(offsetMinutes), offsetAt: () => offsetMinutes };
}

function computerClock(): Clock {
  const name = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offsetAt = (moment: number) => -new Date(moment).getTimezoneOffset();
  const year = new Date().getFullYear();
  const january = offsetAt(Date.UTC(year, 0, 1));
  const isSteady = january === offsetAt(Date.UTC(year, 6, 1));
  return { name, label: isSteady ? offsetLabel(january) : name, offsetAt };
}

/** `UTC`, `UTC+7`, `UTC-3:30` */
function offsetLabel(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const minutes = Math.abs(offsetMinutes);
  const hours = `UTC${offsetMinutes < 0 ? '-' : '+'}${Math.floor(minutes / 60)}`;
  return minutes % 60 === 0 ? hours : `${hours}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `Date.parse` would read a time without an offset in the computer's zone. */
const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** Parses a time of the API into milliseconds since 1970; NaN if it is not a valid time. Grid and sheet both use it. */
export function parseMoment(text: string): number {
  return rfc3339.test(text) && isInCalendar(text.slice(0, 10)) ? Date.parse(text) : NaN;
}

/** `Date.parse` reads 30 February as 2 March. */
function isInCalendar(day: string): boolean {
  if (Number(day.slice(8)) <= 28) return true;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
