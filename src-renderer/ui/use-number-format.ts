import { useMemo } from 'react';
import { useLanguage } from './use-language.ts';

/** Returns a function that formats numbers in the chosen language. */
export function useNumberFormat(): (value: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language);
    return (value) => format.format(value);
  }, [language]);
}
