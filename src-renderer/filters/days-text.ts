import type { TFunction } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';

/** Of English the order of day and month that the grid has. */
const locales: Record<Language, string> = { en: 'en-GB', vi: 'vi' };

/** A span of days as a person reads it; `null` when it has no end at all. */
export function daysText(
  t: TFunction,
  language: Language,
  { from, to }: { from: string; to: string },
): string | null {
  // Days without a time are those of UTC, and are written as such.
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const first = new Date(from);
  const last = new Date(to);
  const [hasFirst, hasLast] = [first, last].map((day) => !Number.isNaN(day.getTime()));
  if (hasFirst && hasLast && from <= to) return format.formatRange(first, last);
  if (hasFirst && hasLast) return `${format.format(first)} – ${format.format(last)}`;
  if (hasFirst) return t('screens.filters.since', { day: format.format(first) });
  if (hasLast) return t('screens.filters.until', { day: format.format(last) });
  return null;
}
