import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { formatMoment } from './format-moment.ts';

/** Returns the moment of the earlier list on screen, or `null` for the current list. */
export function usePast() {
  const clock = useClock();
  const language = useLanguage();
  const now = useNow();
  const { shown } = useList();
  const asOf = shown?.request.source === 'saved' ? shown.request.filter.asOf : undefined;
  if (shown === null || asOf === undefined) return null;
  const { fetchedAt } = shown.page;
  return {
    /** The end of the refresh that produced this list, in words. */
    when: formatMoment(fetchedAt, now, language, clock),
    /** The list is later than the chosen day, because the history does not go back that far. */
    isOldest: Date.parse(fetchedAt) > Date.parse(asOf),
  };
}
