import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { useClock } from '../ui/clock-context.ts';
import type { FilterValues } from './filter.ts';
import { noFilter, parseFilter } from './filter.ts';

/** In milliseconds: the server is asked when one has paused in typing; the saved list answers before the next letter. */
const pause = 300;

/**
 * What stands in the filter's controls, and `onFilter` told of it: for the saved list at once, for the server's a moment
 * after the last letter, or by `apply`.
 */
export function useFilter(source: Source, onFilter: (filter: Filter) => void) {
  const clock = useClock();
  const [values, setValues] = useState(noFilter);
  const [clockBefore, setClockBefore] = useState(clock);
  if (clock !== clockBefore) {
    // The same days begin at another moment.
    setClockBefore(clock);
    onFilter(parseFilter(values, clock));
  }
  const applySoon = useDebouncedCallback(
    (next: FilterValues) => onFilter(parseFilter(next, clock)),
    pause,
  );

  const change = (changes: Partial<FilterValues>) => {
    const next = { ...values, ...changes };
    setValues(next);
    applySoon(next);
    if (source === 'saved') applySoon.flush();
  };
  const set = (changes: Partial<FilterValues>) => {
    change(changes);
    applySoon.flush();
  };
  return {
    values,
    /** For typing. */
    change,
    /** For everything that is chosen rather than typed. */
    set,
    /** Which changes are shown is not a filter to clear: it has its own control. */
    clear: () => set({ ...noFilter, change: values.change }),
    apply: applySoon.flush,
  };
}

export type FilterControls = ReturnType<typeof useFilter>;
