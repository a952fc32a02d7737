import { dayAt } from '../../src-shared/days.ts';
import { useClock } from './clock-context.ts';
import { useNow } from './use-now.ts';

/** Returns the current day on the clock, as `2026-11-23`. */
export function useToday(): string {
  return dayAt(new Date(useNow()), useClock());
}
