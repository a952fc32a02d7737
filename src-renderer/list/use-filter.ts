import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { useClock } from '../ui/clock-context.ts';
import type { Source } from './choose-source.ts';
import { noFilter, parseFilter, type FilterValues } from './filter-values.ts';

/** The server's list is filtered after this pause in typing, in milliseconds. The saved list is filtered at once. */
const typingPause = 300;

/** Keeps the values of the filter's controls, and calls `onFilter` when the filter changes. */
export function useFilter(source: Source, onFilter: (filter: Filter) => void) {
  const clock = useClock();
  const [values, setValues] = useState(noFilter);
  const [clockBefore, setClockBefore] = useState(clock);
  if (clock !== clockBefore) {
    // On another clock the same days start at other moments.
    setClockBefore(clock);
    onFilter(parseFilter(values, clock));
  }
  const applySoon = useDebouncedCallback(
    (next: FilterValues) => onFilter(parseFilter(next, clock)),
    typingPause,
  );

  const setTyped = (changes: Partial<FilterValues>) => {
    const next = { ...values, ...changes };
    setValues(next);
    applySoon(next);
    if (source === 'saved') applySoon.flush();
  };
  const set = (changes: Partial<FilterValues>) => {
    setTyped(changes);
    applySoon.flush();
  };
  return {
    values,
    /** Changes values while the user is typing. */
    setTyped,
    /** Changes values and applies them at once. */
    set,
    /** Clears all values except the kind of changes, which has its own control. */
    clear: () => set({ ...noFilter, change: values.change }),
    /** Applies typed values without waiting for a pause. */
    apply: applySoon.flush,
  };
}
