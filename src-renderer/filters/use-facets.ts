import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayAt } from '../../src-shared/days.ts';
import { parseFilter } from '../../src-shared/filter-values.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { isFiltered } from '../list/conditions.ts';
import { useList } from '../list/list-provider.tsx';
import { facetsQuery } from '../queries/facets-query.ts';
import { growingInterval } from '../queries/query-client.ts';
import { useClock } from '../ui/clock-context.ts';
import { useNow } from '../ui/use-now.ts';

/** Returns the counts of the filter's menus and chips. The live list has none. */
export function useFacets() {
  const call = useCall();
  const clock = useClock();
  const now = new Date(useNow());
  const today = dayAt(now, clock);
  const { accountKey, source, timeZone, isGrowing, filter } = useList();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const isSaved = source === 'saved';

  const menus = useQuery({
    ...facetsQuery(call, accountKey, {
      ...{ filter: parseFilter(filter.values, clock, now), timeZone, today },
    }),
    // Counting delays the store's other answers, so the menus are counted only while one is open.
    enabled: isSaved && isMenuOpen,
    placeholderData: keepPreviousData,
  });

  // A chip counts its own condition only. Without the search text, the chips are not counted again with each letter.
  const chipFilter = parseFilter({ ...filter.values, name: '', change: undefined }, clock, now);
  const chips = useQuery({
    ...facetsQuery(call, accountKey, { filter: chipFilter, timeZone, today }),
    enabled: isSaved && isFiltered(chipFilter),
    placeholderData: keepPreviousData,
    refetchInterval: isGrowing && growingInterval,
  });

  return {
    /** The counts of all menus; `undefined` before one is opened. */
    menus: isSaved ? menus.data : undefined,
    /** The number of tenants that match each chip; `null` if chips have no counts. */
    chips: isSaved && !chips.isError ? (chips.data?.conditions ?? {}) : null,
    /** The counts of the chips are those of an earlier filter. */
    areChipsStale: chips.isPlaceholderData,
    setIsMenuOpen,
  };
}
