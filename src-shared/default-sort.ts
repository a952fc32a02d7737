import type { Filter, ListTenantsRequest, Sort } from './list-tenants.ts';

/**
 * Returns the order of a list until the user chooses one: the newest tenants or changes first. `undefined` for a search in
 * the saved list: rows with the typed accents come first then, and of these and of the others the newest.
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
