import type { Language } from '../../src-shared/preferences.ts';

/** Formats a duration: `0.4 sec`, `12 sec` or `3 min 5 sec`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const format = (value: number, unit: 'second' | 'minute', maximumFractionDigits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits,
    }).format(value);
  if (milliseconds < 9_950) return format(milliseconds / 1000, 'second', 1);
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return format(seconds, 'second');
  return `${format(Math.floor(seconds / 60), 'minute')} ${format(seconds % 60, 'second')}`;
}
