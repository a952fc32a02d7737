import type { Filter } from '../../src-shared/list-tenants.ts';

/** What stands in the filter's two inputs. */
export interface FilterText {
  name: string;
  ownerId: string;
}

export const noFilterText: FilterText = { name: '', ownerId: '' };

/** An int64 has 19 digits at most. */
const longestId = 19;

/** Keeps of what was typed or pasted only what an id can hold, so that the input never shows anything else. */
export function onlyId(text: string): string {
  return text.replace(/\D/g, '').slice(0, longestId);
}

/** Reads the filter out of its inputs: what is empty is not filtered by. */
export function parseFilter(text: FilterText): Filter {
  const name = text.name.trim();
  const ownerId = onlyId(text.ownerId);
  return { ...(name !== '' && { name }), ...(ownerId !== '' && { ownerId }) };
}

export function isFiltered(filter: Filter): boolean {
  return filter.name !== undefined || filter.ownerId !== undefined;
}
