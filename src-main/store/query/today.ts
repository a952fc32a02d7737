import type { Clock } from '../../../src-shared/time-zone.ts';

/** The current time, and the clock that defines when a day begins. */
export interface Today {
  now: Date;
  clock: Clock;
}
