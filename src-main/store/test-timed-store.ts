import { openStore } from './record-store.ts';
import { StoreFolder } from './test-store.ts';

export const minute = 60_000;
/** When the clock of a timed store starts, in milliseconds since 1970. */
export const nine = Date.parse('2026-03-02T09:00:00Z');
/** Returns a time, in minutes after the clock has started. */
export const at = (minutes: number) => new Date(nine + minutes * minute).toISOString();

/** Opens an empty store with a clock that stands still until the test moves it. */
export function openTimedStore() {
  const folder = new StoreFolder();
  const clock = { now: nine };
  const { store } = openStore(folder.path, { now: () => new Date(clock.now) });
  const close = () => {
    store.close();
    folder[Symbol.dispose]();
  };
  return { store, clock, close };
}
