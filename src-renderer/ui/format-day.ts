import { dayFormats } from '../../src-shared/day-formats.ts';
import type { Language } from '../../src-shared/preferences.ts';

/** Formats a day, `2026-11-23`, like the dates of the grid. */
export function formatDay(language: Language, day: string): string {
  return dayFormats[language].format(new Date(day));
}
