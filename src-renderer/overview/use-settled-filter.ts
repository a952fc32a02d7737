import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';

/** In milliseconds: counting while the user types would delay the grid's own answers. */
const typingPause = 300;

/**
 * Returns the conditions of the list after a pause in typing. After a change of the time zone they are returned at once,
 * because the days of the old zone do not fit the months of the new one.
 */
export function useSettledFilter(): Filter {
  const { conditions } = useList().filter;
  const clock = useClock();
  const current = useMemo(() => ({ conditions, clock }), [conditions, clock]);
  const [settled] = useDebouncedValue(current, typingPause);
  return settled.clock === clock ? settled.conditions : conditions;
}
