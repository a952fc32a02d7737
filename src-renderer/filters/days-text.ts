import type { TFunction } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';

/** The day before the month, and the month by name or by its number, as in the grid. */
const formats = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  vi: new Intl.DateTimeFormat('vi', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** A span of days as a person reads it; `null` when it has no end at all. */
export function daysText(
  t: TFunction,
  language: Language,
  { from, to }: { from: string; to: string },
): string | null {
  // Days without a time are read as those of UTC, and so written.
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
