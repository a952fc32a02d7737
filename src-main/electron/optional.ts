import type { Facility, Log } from '../log/log.ts';

/** Runs a step that the app can do without. If the step throws, logs that and returns `fallback`. */
export type Optional = <Value>(facility: Facility, step: () => Value, fallback: Value) => Value;

export function createOptional(log: Log): Optional {
  return (facility, step, fallback) => {
    try {
      return step();
    } catch (error) {
      log('facilityFailed', { facility, error });
      return fallback;
    }
  };
}
