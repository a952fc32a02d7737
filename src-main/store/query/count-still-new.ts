import { noFilter, parseFilter, stillNew } from '../../../src-shared/filter-values.ts';
import { compileFilter, type IndexedRows } from './compile-filter.ts';
import type { Today } from './facets.ts';

/** Counts the tenants that are still newly created more than 30 days after they were created. */
export function countStillNew(
  rows: IndexedRows,
  isCounted: (place: number) => boolean,
  { now, clock }: Today,
): number {
  const filter = parseFilter({ ...noFilter, ...stillNew }, clock, now);
  const { conditions } = compileFilter(rows, filter);
  let count = 0;
  for (let place = 0; place < rows.index.length; place++) {
    if (isCounted(place) && conditions.every(({ holds }) => holds(place))) count++;
  }
  return count;
}
