import { useMemo } from 'react';
import { useLanguage } from './use-language.ts';

/** Shows numbers as the chosen language writes them. */
export function useNumberFormat(): (value: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language);
    return (value) => format.format(value);
  }, [language]);
}
