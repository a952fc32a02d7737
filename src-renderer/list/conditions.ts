import { isServerId } from '../../src-shared/server-id.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Source } from './choose-source.ts';

/** Returns the conditions that a source supports: the server supports the name and one owner only. */
export function filterFor(source: Source, filter: Filter): Filter {
  if (source === 'saved') return filter;
  const { name, ownerIds = [] } = filter;
  return { ...(name !== undefined && { name }), ...(isServerOwner(ownerIds) && { ownerIds }) };
}

/** Returns whether the server can filter by these owners. */
export function isServerOwner(ownerIds: readonly string[]): boolean {
  return ownerIds.length === 1 && ownerIds.every(isServerId);
}

/** Returns whether a filter has any condition. */
export function isFiltered(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

/** What a filter says about time. It has controls of its own and is not cleared with the conditions. */
const timeNames: readonly string[] = ['change', 'since', 'asOf'] satisfies (keyof Filter)[];

/** Returns whether a filter has a condition besides the kind and the baseline of changes and a moment in the past. */
export function hasConditions(filter: Filter): boolean {
  return Object.keys(filter).some((name) => !timeNames.includes(name));
}
