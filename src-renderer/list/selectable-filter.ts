import type { Filter } from '../../src-shared/list-tenants.ts';

/**
 * Returns the filter of the rows that can be selected one by one. A selection survives other filters, except that the
 * changes since a baseline are a list of their own.
 */
export function selectableFilter({ change, since }: Filter): Filter {
  return change === undefined ? {} : { change: 'any', ...(since && { since }) };
}
