import { createContext, use } from 'react';
import type { Clock } from '../../src-shared/time-zone.ts';

const ClockContext = createContext<Clock | null>(null);

/** Hands down the clock that all dates are shown on. */
export const ClockProvider = ClockContext.Provider;

/** The clock that dates are shown on. */
export function useClock(): Clock {
  const clock = use(ClockContext);
  if (clock === null) throw new Error('useClock needs a ClockProvider above it');
  return clock;
}
