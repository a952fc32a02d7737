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
    if (language === 'vi') {
      // Vietnamese has no names for months. Intl's “tháng 11 năm 2026” is not meant for headings.
      const inNumbers = (month: string) => month.split('-').reverse().join('/');
      return { inFull: (month: string) => `Tháng ${inNumbers(month)}`, onAxis: inNumbers };
    }
    return {
      inFull: (month: string) => long.format(new Date(month)),
      onAxis: (month: string) => short.format(new Date(month)),
    };
  }, [language]);
}
