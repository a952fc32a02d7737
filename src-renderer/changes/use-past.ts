import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { formatMoment } from './format-moment.ts';

/** Returns which moment in the past the list on screen is of; `null` if it is the list of now. */
export function usePast() {
  const clock = useClock();
  const language = useLanguage();
  const now = useNow();
  const { shown } = useList();
  const asOf = shown?.request.source === 'saved' ? shown.request.filter.asOf : undefined;
  if (shown === null || asOf === undefined) return null;
  const { fetchedAt } = shown.page;
  return {
    /** When the refresh ended that left the list like this, in words. */
    when: formatMoment(fetchedAt, now, language, clock),
    /** The list is later than the chosen day, because the history does not go back that far. */
    isOldest: Date.parse(fetchedAt) > Date.parse(asOf),
  };
}
