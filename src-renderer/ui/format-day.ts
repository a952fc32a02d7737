import type { Language } from '../../src-shared/preferences.ts';

/** The formats of dates in the grid. Days have no time and are formatted in UTC, in which `Date` parses them. */
export const dayFormats = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  vi: new Intl.DateTimeFormat('vi', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** Formats a day, `2026-11-23`, like the dates of the grid. */
export function formatDay(language: Language, day: string): string {
  return dayFormats[language].format(new Date(day));
}
