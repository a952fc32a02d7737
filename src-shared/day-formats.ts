import type { Language } from './preferences.ts';

/** The formats of days. Days have no time and are formatted in UTC, in which `Date` parses `2026-11-23`. */
export const dayFormats = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  vi: new Intl.DateTimeFormat('vi', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }),
} satisfies Record<Language, Intl.DateTimeFormat>;
