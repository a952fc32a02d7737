import { useMemo } from 'react';
import { createDateFormat } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Shows times as the chosen language writes them; a new function only when the language changes. */
export function useDateFormat() {
  const language = useLanguage();
  return useMemo(() => createDateFormat(language), [language]);
}
