import type { TFunction } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';

/** The formats of dates in the grid. Days have no time and are formatted in UTC, in which `Date` parses them. */
const formats = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  vi: new Intl.DateTimeFormat('vi', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** Days in the format of a date input, `2026-11-23`, or empty strings. */
export interface Days {
  from: string;
  to: string;
}

/** Formats a range of days; `null` if it has neither a start nor an end. */
export function formatDays(t: TFunction, language: Language, { from, to }: Days): string | null {
  const format = formats[language];
  const first = new Date(from);
  const last = new Date(to);
  const [hasFirst, hasLast] = [first, last].map((day) => !Number.isNaN(day.getTime()));
  if (hasFirst && hasLast && from <= to) return format.formatRange(first, last);
  if (hasFirst && hasLast) return `${format.format(first)} – ${format.format(last)}`;
  if (hasFirst) return t('screens.filters.since', { day: format.format(first) });
  if (hasLast) return t('screens.filters.until', { day: format.format(last) });
  return null;
}
