/** Whose clock dates are shown and exported on. */
export const timeZones = ['vietnam', 'computer', 'utc'] as const;
export type TimeZone = (typeof timeZones)[number];

export interface Clock {
  /** For `Intl`. */
  name: string;
  /** For headers: `UTC+7`, or the zone's name where the clock is changed in summer. */
  label: string;
  /** How many minutes it is ahead of UTC at a moment, given in milliseconds since 1970. */
  offsetAt: (moment: number) => number;
}

/** The clock of a zone; this computer's is that of the process which asks. */
export function createClock(zone: TimeZone): Clock {
  switch (zone) {
    case 'vietnam':
      // Without summer time, one offset is enough.
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
