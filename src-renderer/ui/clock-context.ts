import { createContext, use } from 'react';
import type { Clock } from '../../src-shared/time-zone.ts';

const ClockContext = createContext<Clock | null>(null);

/** Provides the clock of the time zone that the user chose for all dates. */
export const ClockProvider = ClockContext.Provider;

/** Returns the clock that dates are shown on. */
export function useClock(): Clock {
  const clock = use(ClockContext);
  if (clock === null) throw new Error('useClock must be used inside a ClockProvider');
  return clock;
}
