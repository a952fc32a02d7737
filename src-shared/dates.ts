import type { Clock } from './time-zone.ts';

// Everything that shows, sorts, filters, counts or exports a date of the server uses this file, so that all agree.

const minute = 60_000;

/**
 * RFC 3339, and two other forms without ambiguity: a comma before the fraction, and an offset without a colon. Second 60 is
 * refused, because leap seconds are not supported.
 */
const pattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
/** The fraction and the offset at the end of a text that has the pattern. */
const ending = /(?:[.,](\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d))$/;
/** The length of a date in UTC without a fraction. All other dates are longer. */
const utcLength = '2026-11-27T05:12:00Z'.length;

/**
 * Dates from 1 March 1900 to 31 December 9999 in Vietnam are shown. Excel takes 1900 for a leap year, so earlier dates would
 * be a day off, and it has no later ones.
 */
const first = Date.UTC(1900, 1, 28, 17);
const end = Date.UTC(9999, 11, 31, 17);

/** In characters. A saved list is sorted by the beginning of each value only: see `sortedCharacters`. */
export const longestDate = 127;
/** Times in Go have nanoseconds. Further digits are ignored. */
const nanosecondDigits = 9;

interface Instant {
  /** The beginning of its second, in milliseconds since 1970. */
  second: number;
  /** The digits of the fraction of the second. */
  fraction: string;
}

/**
 * Returns whether a text means that there is no date: it is empty, consists of zeros, or is a date of the years -1 to 1. Go
 * writes a time that was never set as `0001-01-01T00:00:00Z`, and an offset can move it into the year before.
 */
export function meansNoDate(text: string): boolean {
  return /^[-+]?(?:00)?000[01]-/.test(text) || /^\s*0*\s*$/.test(text);
}

/**
 * Returns the beginning of a date's second, in milliseconds since 1970; NaN for a text that is no date, and for a date
 * outside of the years that can be shown.
 */
export function parseDate(text: string): number {
  return parseUsable(text)?.second ?? NaN;
}

/**
 * Returns what a clock shows at a date, to the second, in milliseconds since 1970 as if the clock were in UTC. NaN for
 * what `parseDate` refuses, and if the clock then shows a day outside of 1 March 1900 to 31 December 9999.
 */
export function localTime(text: string, clock: Clock): number {
  const second = parseDate(text);
  const local = second + clock.offsetAt(second) * minute;
  return local >= Date.UTC(1900, 2, 1) && local < Date.UTC(10_000, 0, 1) ? local : NaN;
}

/**
 * Returns text that sorts like the date, to the nanosecond; `null` for what `parseDate` refuses. Equal instants have equal
 * keys, whatever their offsets.
 */
export function dateKey(text: string): string | null {
  const instant = parseUsable(text);
  return instant && toKey(instant);
}

/** Like `dateKey`, for a bound of a filter. A bound before or after the dates that are shown is moved to their edge. */
export function boundKey(text: string): string | null {
  const instant = parse(text);
  if (instant === null) return null;
  return toKey({ ...instant, second: Math.min(Math.max(instant.second, first - 1000), end) });
}

/** Returns whether two dates are the same instant, or both mean none. Two texts that are no dates must be equal. */
export function areSameDate(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  const [isNone, isOtherNone] = [a, b].map((text) => text === null || meansNoDate(text));
  if (a === null || b === null || isNone || isOtherNone) return isNone === isOtherNone;
  const key = dateKey(a);
  return key !== null && key === dateKey(b);
}

function toKey({ second, fraction }: Instant): string {
  const seconds = String((second - first) / 1000 + 1).padStart(12, '0');
  const significant = fraction.slice(0, nanosecondDigits).replace(/0+$/, '');
  return significant === '' ? seconds : `${seconds}.${significant}`;
}

function parseUsable(text: string): Instant | null {
  const instant = parse(text);
  return instant !== null && instant.second >= first && instant.second < end ? instant : null;
}

/** In milliseconds. The calendar repeats after this time. */
const fourHundredYears = 146_097 * 86_400_000;

function parse(text: string): Instant | null {
  if (text.length > longestDate || !pattern.test(text)) return null;
  // The pattern fixes the places of these digits. Copying the groups of a match would take twice as long.
  const digits = (at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  const day = digits(8);
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999. Add 400 years, and subtract them again.
  const year = digits(0) * 100 + digits(2) + 400;
  const seconds = [digits(11), digits(14), digits(17)] as const;
  const local = Date.UTC(year, digits(5) - 1, day, ...seconds) - fourHundredYears;
  // `Date.UTC` turns 30 February into 2 March.
  if (day > 28 && new Date(local).getUTCDate() !== day) return null;
  if (text.length === utcLength) return { second: local, fraction: '' };
  const [, fraction = '', sign, hours, minutes] = ending.exec(text) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { second: local - (sign === '-' ? -offset : offset) * minute, fraction };
}
