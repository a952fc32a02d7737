import { useMemo } from 'react';
import { useLanguage } from '../ui/use-language.ts';

/** Returns functions that format a month such as `2026-11`. */
export function useMonthFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const createFormat = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    const long = createFormat({ month: 'long', year: 'numeric' });
    const short = createFormat({ month: 'short', year: '2-digit' });
    return {
      inFull: (month: string) => long.format(new Date(month)),
      // Vietnamese has no short names for months, so the axis shows numbers.
      onAxis: (month: string) =>
        language === 'vi' ? month.split('-').reverse().join('/') : short.format(new Date(month)),
    };
  }, [language]);
}
