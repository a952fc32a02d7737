import { useMemo } from 'react';
import { useClock } from './clock-context.ts';
import { createDateFormat } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Shows times as the chosen language writes them; a new function only when the language or the zone changes. */
export function useDateFormat() {
  const language = useLanguage();
  const clock = useClock();
  return useMemo(() => createDateFormat(language, clock), [language, clock]);
}
