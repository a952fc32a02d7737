import type { Clock } from './time-zone.ts';

// The one rule for the dates that the server sends. Every place that shows, sorts, filters, counts or exports a date
// uses it.

const minute = 60_000;

/**
 * RFC 3339. Also accepts what is as clear: a comma before the fraction, and an offset without a colon. Seconds end at 59,
 * because nothing that reads dates here knows leap seconds.
 */
const pattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
/** The fraction and the offset at the end of a text that has the pattern. */
const ending = /(?:[.,](\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d))$/;
/** The length of a date in UTC without a fraction: no other date is as short. */
const utcLength = '2026-11-27T05:12:00Z'.length;

/** Dates from 1 March 1900 to 31 December 9999 in Vietnam: those that Excel can show, which counts 1900 as a leap year. */
const first = Date.UTC(1900, 1, 28, 17);
const end = Date.UTC(9999, 11, 31, 17);

/** In characters. A saved list is sorted by the beginning of each value: see `sortedCharacters`. */
export const longestDate = 127;
/** Go's times have no more digits. Further ones are ignored. */
const nanosecondDigits = 9;

interface Instant {
  /** The beginning of its second, in milliseconds since 1970. */
  second: number;
  /** The digits of the fraction of the second. */
  fraction: string;
}

/**
 * Returns whether a date means that there is none. Go writes a time that was never set as `0001-01-01T00:00:00Z`, in any
 * time zone, and other servers write zeros. 1970 is a date like any other.
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
 * what `parseDate` refuses, and in the first and the last hours of the years that can be shown.
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

/** Returns the key of a bound of a filter, which can also be outside of the years that can be shown. */
export function boundKey(text: string): string | null {
  const instant = parse(text);
  if (instant === null) return null;
  return toKey({ ...instant, second: Math.min(Math.max(instant.second, first - 1000), end) });
}

/** Returns whether two dates are the same instant, or both mean none. Other texts are compared as they are. */
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

/** In milliseconds. The calendar repeats after it. */
const fourHundredYears = 146_097 * 86_400_000;

function parse(text: string): Instant | null {
  if (text.length > longestDate || !pattern.test(text)) return null;
  // The pattern leaves no other places for these digits. Copying the groups of a match would take twice as long.
  const digits = (at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  const day = digits(8);
  // `Date.UTC` takes the years 0 to 99 for those from 1900 on, so it gets a later year.
  const year = digits(0) * 100 + digits(2) + 400;
  const seconds = [digits(11), digits(14), digits(17)] as const;
  const local = Date.UTC(year, digits(5) - 1, day, ...seconds) - fourHundredYears;
  // `Date.UTC` takes 30 February for 2 March.
  if (day > 28 && new Date(local).getUTCDate() !== day) return null;
  if (text.length === utcLength) return { second: local, fraction: '' };
  const [, fraction = '', sign, hours, minutes] = ending.exec(text) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { second: local - (sign === '-' ? -offset : offset) * minute, fraction };
}
