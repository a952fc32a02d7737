import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseBaseline } from '../../src-shared/filter-values.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { changesQuery } from '../queries/changes-query.ts';
import { useClock } from '../ui/clock-context.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { formatMoment } from './format-moment.ts';

/** Returns what has changed in the shown list since the chosen baseline. */
export function useChanges() {
  const call = useCall();
  const clock = useClock();
  const language = useLanguage();
  const now = useNow();
  const { accountKey, source, saved, filter } = useList();
  const since = parseBaseline(filter.values.since, clock, new Date(now));
  // The lists that have been read once are compared, even if others have not.
  const isAvailable = source === 'saved' && saved !== undefined && saved.accounts.complete > 0;
  const { data, isPlaceholderData } = useQuery({
    ...changesQuery(call, accountKey, since),
    enabled: isAvailable,
    placeholderData: keepPreviousData,
  });
  const momentOf = (time: string | null | undefined) =>
    time ? formatMoment(time, now, language, clock) : null;
  return {
    /** Whether the list can have changes: it is saved, and has been read to the end. */
    isAvailable,
    /** The changes view is open. */
    isOpen: isAvailable && filter.values.change !== undefined,
    /** The baseline of the request. */
    since,
    /** `undefined` until it has been counted. */
    summary: data,
    /** The summary is that of an earlier baseline. */
    isStale: isPlaceholderData,
    /** The two moments that are compared, in words; `null` if they are not known, or if there is nothing to compare. */
    from: momentOf(data?.from),
    to: momentOf(data?.to),
  };
}

export type Changes = ReturnType<typeof useChanges>;
