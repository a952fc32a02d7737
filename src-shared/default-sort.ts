import type { Filter, ListTenantsRequest, Sort } from './list-tenants.ts';

/**
 * Returns the order of a list until the user chooses one: the newest tenants or changes first. It is `undefined` for a
 * search in the saved list, which shows the rows with the typed accents before the others, each newest first.
 */
export function defaultSort(
  source: ListTenantsRequest['source'],
  { change, name }: Filter,
): Sort[] | undefined {
  if (source === 'saved' && change !== undefined) {
    return [{ field: 'foundAt', direction: 'descending' }];
  }
  if (source === 'saved' && name !== undefined) return undefined;
  return [{ field: 'createdAt', direction: 'descending' }];
}
