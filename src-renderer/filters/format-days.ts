import type { TFunction } from 'i18next';
import { dayFormats } from '../../src-shared/day-formats.ts';
import { ages, isDay, periods, resolveDay } from '../../src-shared/days.ts';
import type { Language } from '../../src-shared/preferences.ts';

/** Days as in `FilterValues`: `2026-11-23`, relative, or empty. */
export interface Days {
  from: string;
  to: string;
}

/** Returns the period or the age that days stand for; `undefined` if they are any other range. */
export function spanOf({ from, to }: Days) {
  if (to === '') return periods.find((period) => period === from);
  return from === '' ? ages.find((age) => age === to) : undefined;
}

/** Returns whether a range ends before it begins. @param today for relative days. */
export function isReversed({ from, to }: Days, today: string): boolean {
  const [first, last] = [resolveDay(from, today), resolveDay(to, today)];
  return isDay(first) && isDay(last) && first > last;
}

/** Formats a range of days; `null` if it has neither a start nor an end. @param today for relative days. */
export function formatDays(
  t: TFunction,
  language: Language,
  days: Days,
  today: string,
): string | null {
  const span = spanOf(days);
  if (span !== undefined) return t(`screens.filters.${span}`);
  const format = dayFormats[language];
  const [from, to] = [resolveDay(days.from, today), resolveDay(days.to, today)];
  const [first, last] = [new Date(from), new Date(to)];
  if (isDay(from) && isDay(to)) {
    if (from <= to) return format.formatRange(first, last);
    return `${format.format(first)} – ${format.format(last)}`;
  }
  if (isDay(from)) return t('screens.filters.since', { day: format.format(first) });
  if (isDay(to)) return t('screens.filters.until', { day: format.format(last) });
  return null;
}
