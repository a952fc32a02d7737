/** The time zones that dates can be shown and exported in. */
export const timeZones = ['vietnam', 'computer', 'utc'] as const;
export type TimeZone = (typeof timeZones)[number];

/** Tells the time of a zone. */
export interface Clock {
  /** Tells clocks apart. */
  name: string;
  /** For headers: `UTC+7`, or the zone's name if it has had more than one offset. */
  label: string;
  /** Returns the minutes ahead of UTC at a moment, given in milliseconds since 1970. */
  offsetAt: (moment: number) => number;
}

/** The zone of a computer. It is plain data, so that the renderer and the worker get it from the main process. */
export interface ComputerZone {
  /** Its name in the time zone database: `Asia/Almaty`. */
  name: string;
  /** The minutes ahead of UTC, each with the moment from which they apply, oldest first. The first also applies before. */
  offsets: readonly { from: number; minutes: number }[];
}

/**
 * Returns the clock of a zone.
 *
 * @param computerZone the zone of the computer; `null` if it is unknown. Vietnam's then takes its place. The default is
 * the zone of the current process.
 */
export function createClock(zone: TimeZone, computerZone?: ComputerZone | null): Clock {
  switch (zone) {
    case 'vietnam':
      // Vietnam has no daylight saving time.
      return fixedClock('Asia/Ho_Chi_Minh', 7 * 60);
    case 'utc':
      return fixedClock('UTC', 0);
    case 'computer': {
      const known = computerZone === undefined ? readComputerZone() : computerZone;
      return known === null ? createClock('vietnam') : computerClock(known);
    }
  }
}

function fixedClock(name: string, offsetMinutes: number): Clock {
  return { name, label: offsetLabel(offsetMinutes), offsetAt: () => offsetMinutes };
}

function computerClock({ name, offsets }: ComputerZone): Clock {
  const current = offsets.at(-1)?.minutes ?? 0;
  // A header names one offset only if that is right for every date. No tenant is older than the year 2000.
  if ((offsets.at(-1)?.from ?? 0) <= Date.UTC(2000, 0, 1)) return fixedClock(name, current);
  return { name, label: name, offsetAt: (moment) => offsetIn(offsets, moment) };
}

function offsetIn(offsets: ComputerZone['offsets'], moment: number): number {
  let low = 0;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle]?.from ?? Infinity) <= moment) low = middle;
    else high = middle;
  }
  return offsets[low]?.minutes ?? 0;
}

/** `UTC`, `UTC+7`, `UTC-3:30` */
function offsetLabel(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const minutes = Math.abs(offsetMinutes);
  const hours = `UTC${offsetMinutes < 0 ? '-' : '+'}${Math.floor(minutes / 60)}`;
  return minutes % 60 === 0 ? hours : `${hours}:${String(minutes % 60).padStart(2, '0')}`;
}

const week = 7 * 86_400_000;
/** The time zone database describes the time since 1970. Its rules for the future are today's. */
const zoneYears = { first: 1970, end: 2100 };

/**
 * Reads the zone of the computer from the current process. The main process does this once, at the start: Node and
 * Chromium can disagree about a zone.
 *
 * @returns `null` if the zone is unknown, such as `TZ=Foo/Bar`.
 */
export function readComputerZone(): ComputerZone | null {
  const name = zoneName();
  if (name === undefined || !isZoneOfProcess(name)) return null;
  const end = Date.UTC(zoneYears.end, 0, 1);
  let last = { from: Date.UTC(zoneYears.first, 0, 1), minutes: 0 };
  last.minutes = processOffset(last.from);
  const offsets = [last];
  // No zone changes its offset twice in a week.
  for (let moment = last.from + week; moment < end; moment += week) {
    const minutes = processOffset(moment);
    if (minutes === last.minutes) continue;
    last = { from: firstMomentWith(minutes, moment - week, moment), minutes };
    offsets.push(last);
  }
  return { name, offsets };
}

/** Returns the name of the process's zone. For some unknown zones Node has none, and Chromium has `Etc/Unknown`. */
function zoneName(): string | undefined {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the first moment with an offset, between one without it and one with it. */
function firstMomentWith(minutes: number, without: number, withIt: number): number {
  let [low, high] = [without, withIt];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (processOffset(middle) === minutes) high = middle;
    else low = middle;
  }
  return high;
}

function processOffset(moment: number): number {
  return -new Date(moment).getTimezoneOffset();
}

/** Returns whether `Intl` knows a zone and has the same time there as `Date`, in winter and in summer. */
function isZoneOfProcess(name: string): boolean {
  const year = new Date().getFullYear();
  return [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].every(
    (moment) => intlOffset(name, moment) === processOffset(moment),
  );
}

/** Returns the minutes ahead of UTC that `Intl` knows; NaN for an unknown zone. */
function intlOffset(timeZone: string, moment: number): number {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const zone = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName');
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(zone?.value ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch (error) {
    if (error instanceof RangeError) return NaN;
    throw error;
  }
}
