import { isDay } from '../../src-shared/days.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Returns the day that the user has typed, as `2026-11-23`; `null` for a text that is not a day. The day comes first, as
 * in both languages of the app: `23/11/2026`, `23.11.2026`, `23 Nov 2026`. `2026-11-23` is understood, too.
 */
export function parseDay(text: string): string | null {
  const parts = text.trim().split(/[\s/.,-]+/);
  const isIso = /^\d{4}$/.test(parts[0] ?? '');
  const [day = '', month = '', year = '', ...others] = isIso ? parts.toReversed() : parts;
  if (others.length > 0) return null;
  const named = months.findIndex((name) => month.toLowerCase().startsWith(name));
  const number = named < 0 ? month : String(named + 1);
  const iso = [year, number.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return isDay(iso) ? iso : null;
}
