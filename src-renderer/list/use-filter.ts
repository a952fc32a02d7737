import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Account } from '../../src-shared/account.ts';
import {
  keepAccounts,
  noFilter,
  parseFilter,
  type FilterValues,
} from '../../src-shared/filter-values.ts';
import { useClock } from '../ui/clock-context.ts';
import { useNow } from '../ui/use-now.ts';
import type { Source } from './choose-source.ts';

/** The server's list is filtered after this pause in typing, in milliseconds. The saved list is filtered at once. */
const typingPause = 300;

/**
 * Keeps the values of the filter's controls, and which of them the list is filtered by.
 *
 * @param initial the values at first.
 * @param accounts all accounts, if their lists are shown as one; else `null`.
 */
export function useFilter(
  source: Source,
  initial: FilterValues,
  accounts: readonly Account[] | null,
) {
  const clock = useClock();
  const now = useNow();
  const [state, setState] = useState({ values: initial, applied: initial });
  // Not removed from the state: a tab that is opened later can still name a removed account.
  const values = useMemo(() => withoutRemoved(state.values, accounts), [state.values, accounts]);
  const applied = useMemo(() => withoutRemoved(state.applied, accounts), [state.applied, accounts]);
  const conditions = useMemo(
    () => parseFilter(applied, clock, new Date(now)),
    [applied, clock, now],
  );
  const applySoon = useDebouncedCallback(
    () => setState((before) => ({ ...before, applied: before.values })),
    typingPause,
  );

  // Does not read `values`, so that a keystroke renders only the controls whose value it changes.
  const setTyped = (changes: Partial<FilterValues>) => {
    setState((before) => ({ ...before, values: { ...before.values, ...changes } }));
    applySoon();
    if (source === 'saved') applySoon.flush();
  };
  const set = (changes: Partial<FilterValues>) => {
    setTyped(changes);
    applySoon.flush();
  };
  return {
    /** The conditions that the list is filtered by. */
    conditions,
    values,
    /** Changes values while the user is typing. */
    setTyped,
    /** Changes values and applies them at once. */
    set,
    /** Clears all values except those that say which time is shown, which have their own controls. */
    clear: () => {
      const { change, since, asOf } = values;
      set({ ...noFilter, change, since, asOf });
    },
    /** Applies typed values without waiting for a pause. */
    apply: () => applySoon.flush(),
  };
}

/** Returns the values without accounts that no longer exist. Returns the same object if all of them exist. */
function withoutRemoved(
  filterValues: FilterValues,
  accounts: readonly Account[] | null,
): FilterValues {
  if (accounts === null) return filterValues;
  const exists = (id: string) => accounts.some(({ accountId }) => accountId === id);
  if (filterValues.accountIds.every(exists)) return filterValues;
  return keepAccounts({ filterValues }, exists).filterValues;
}
