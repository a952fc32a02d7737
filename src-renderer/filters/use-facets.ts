import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayAt } from '../../src-shared/days.ts';
import { parseFilter } from '../../src-shared/filter-values.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { facetsQuery } from '../queries/facets-query.ts';
import { useClock } from '../ui/clock-context.ts';
import { useNow } from '../ui/use-now.ts';

/** Returns the counts of the filter's menus. The live list has none. */
export function useFacets() {
  const call = useCall();
  const clock = useClock();
  const now = new Date(useNow());
  const { accountKey, source, timeZone, filter } = useList();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const isSaved = source === 'saved';
  const { data } = useQuery({
    ...facetsQuery(call, accountKey, {
      filter: parseFilter(filter.values, clock, now),
      timeZone,
      today: dayAt(now, clock),
    }),
    // Counting delays the store's other answers, so the menus are counted only while one is open.
    enabled: isSaved && isMenuOpen,
    placeholderData: keepPreviousData,
  });
  return {
    /** The counts of all menus; `undefined` before one is opened. */
    menus: isSaved ? data : undefined,
    setIsMenuOpen,
  };
}
