import type { Language } from '../../src-shared/preferences.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Intl's own word, *now*, would say that the moment has not passed yet. */
const justNow: Record<Language, string> = { en: 'just now', vi: 'vừa xong' };

/** Who reads a time, when and where. */
export interface Reader {
  /** In milliseconds since 1970. */
  now: number;
  language: Language;
  clock: Clock;
}

/**
 * Says how long ago a moment was: `2 hours ago`, or `just now` within a minute. Days are counted from midnight to midnight.
 *
 * @param moment in milliseconds since 1970. It can be in the future.
 */
export function timeAgo(moment: number, { now, language, clock }: Reader): string {
  const elapsed = now - moment;
  const size = Math.abs(elapsed);
  const relative = new Intl.RelativeTimeFormat(language);
  if (size < minute) return justNow[language];
  if (size < hour) return relative.format(-Math.trunc(elapsed / minute), 'minute');
  if (size < day) return relative.format(-Math.trunc(elapsed / hour), 'hour');
  return relative.format(dayNumber(moment, clock) - dayNumber(now, clock), 'day');
}

/** Returns the number of the day on the clock since 1970. @param moment in milliseconds since 1970. */
export function dayNumber(moment: number, clock: Clock): number {
  return Math.floor((moment + clock.offsetAt(moment) * minute) / day);
}
