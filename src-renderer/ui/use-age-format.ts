import { useMemo } from 'react';
import { useClock } from './clock-context.ts';
import { createAgeFormat } from './age-format.ts';
import { useLanguage } from './use-language.ts';
import { useToday } from './use-today.ts';

/** Returns the format of ages in the chosen language. Stays the same function until midnight. */
export function useAgeFormat() {
  const language = useLanguage();
  const clock = useClock();
  const today = useToday();
  return useMemo(() => {
    // Only the day matters, so the function need not change during it.
    const noon = Date.parse(`${today}T12:00:00Z`);
    return createAgeFormat({ now: noon - clock.offsetAt(noon) * 60_000, language, clock });
  }, [language, clock, today]);
}
