import type { TFunction } from 'i18next';
import { dayFormats } from '../../src-shared/day-formats.ts';
import type { Language } from '../../src-shared/preferences.ts';

/** Days in the format of a date input, `2026-11-23`, or empty strings. */
export interface Days {
  from: string;
  to: string;
}

/** Formats a range of days; `null` if it has neither a start nor an end. */
export function formatDays(t: TFunction, language: Language, { from, to }: Days): string | null {
  const format = dayFormats[language];
  const first = new Date(from);
  const last = new Date(to);
  const [hasFirst, hasLast] = [first, last].map((day) => !Number.isNaN(day.getTime()));
  if (hasFirst && hasLast && from <= to) return format.formatRange(first, last);
  if (hasFirst && hasLast) return `${format.format(first)} – ${format.format(last)}`;
  if (hasFirst) return t('screens.filters.since', { day: format.format(first) });
  if (hasLast) return t('screens.filters.until', { day: format.format(last) });
  return null;
}
