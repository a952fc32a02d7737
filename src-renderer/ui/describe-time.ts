import { localTime, parseDate } from '../../src-shared/dates.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { createDateFormat } from './date-format.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Who reads a time, when and where. */
interface Reader {
  /** In milliseconds since 1970. */
  now: number;
  language: Language;
  clock: Clock;
}

/**
 * Says how long ago a date of the API was, and the exact moment: `3 days ago · 21 Nov 2026 14:05:33 (UTC+7)`. Returns an
 * empty text if the server has no date, and `null` for other texts.
 */
export function describeTime(text: string, { now, language, clock }: Reader): string | null {
  const moment = createDateFormat(language, clock, 'seconds')(text);
  const days = ageInDays(text, now, clock);
  if (moment === '') return '';
  if (days === null) return null;
  const age = now - parseDate(text);
  const relative = new Intl.RelativeTimeFormat(language);
  const ago =
    Math.abs(age) >= day
      ? relative.format(-days, 'day')
      : Math.abs(age) >= hour
        ? relative.format(-Math.trunc(age / hour), 'hour')
        : relative.format(-Math.trunc(age / minute), 'minute');
  return `${ago} · ${moment} (${clock.label})`;
}

/** Creates a function that says how many days old a date of the API is: `34 days`, or `today`. Empty without a date. */
export function createAgeFormat({ now, language, clock }: Reader): (text: string) => string {
  const days = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const today = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'day');
  return (text) => {
    const age = ageInDays(text, now, clock);
    if (age === null || age < 0) return '';
    return age === 0 ? today.toLocaleLowerCase(language) : days.format(age);
  };
}

/** Returns how many days ago a date of the API was, from midnight to midnight on the clock; `null` if it is no date. */
function ageInDays(text: string, now: number, clock: Clock): number | null {
  const local = localTime(text, clock);
  if (Number.isNaN(local)) return null;
  return Math.floor((now + clock.offsetAt(now) * minute) / day) - Math.floor(local / day);
}
