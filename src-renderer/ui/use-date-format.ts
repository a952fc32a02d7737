import { useMemo } from 'react';
import { useClock } from './clock-context.ts';
import { createDateFormat } from './date-format.ts';
import { useLanguage } from './use-language.ts';

/** Returns the date format of the chosen language and time zone. Stays the same function until one of them changes. */
export function useDateFormat() {
  const language = useLanguage();
  const clock = useClock();
  return useMemo(() => createDateFormat(language, clock), [language, clock]);
}
