import type { Filter } from '../../src-shared/list-tenants.ts';
import { hasConditions } from './conditions.ts';

/**
 * Returns the filter of the rows that can be selected one by one. A selection survives other filters, except that the
 * changes since a baseline and the list at a moment in the past are lists of their own.
 */
export function selectableFilter({ change, since, asOf }: Filter): Filter {
  if (asOf !== undefined) return { asOf };
  return change === undefined ? {} : { change: 'any', ...(since && { since }) };
}

/** Returns whether a filter leaves out rows that can be selected one by one. */
export function isNarrowed(filter: Filter): boolean {
  return hasConditions(filter) || (filter.change !== undefined && filter.change !== 'any');
}
