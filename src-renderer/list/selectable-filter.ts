import type { Filter } from '../../src-shared/list-tenants.ts';

/**
 * Returns the filter of the rows that can be selected one by one. A selection survives other filters, except that tenants
 * which are gone are in a list of their own.
 */
export function selectableFilter({ change }: Filter): Filter {
  return change === 'gone' ? { change } : {};
}
