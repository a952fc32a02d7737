import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { endOfDay, startOfDay } from '../../src-shared/days.ts';

/** What stands in the filter's controls. */
export interface FilterValues {
  name: string;
  ownerId: string;
  /** Of the chips; `noValue` is chosen for tenants that have none. */
  statuses: string[];
  connectionMethods: string[];
  /** Days as a date input writes them, `2026-11-23`, or nothing. */
  createdFrom: string;
  createdTo: string;
  changedSince: string;
  change: Filter['change'];
}

export const noFilter: FilterValues = {
  name: '',
  ownerId: '',
  statuses: [],
  connectionMethods: [],
  createdFrom: '',
  createdTo: '',
  changedSince: '',
  change: undefined,
};

/** The chip of tenants that have no value. A chip's value is text, and the contract has no empty one. */
export const noValue = '';

/** An int64 has 19 digits at most. */
const longestId = 19;

/** Keeps of what was typed or pasted only what an id can hold, so that the input never shows anything else. */
export function onlyId(text: string): string {
  return text.replace(/\D/g, '').slice(0, longestId);
}

/** Reads the filter out of its controls: what is empty is not filtered by. */
export function parseFilter(values: FilterValues): Filter {
  const name = values.name.trim();
  const ownerId = onlyId(values.ownerId);
  const { statuses, connectionMethods, change } = values;
  const createdFrom = startOfDay(values.createdFrom);
  const createdTo = endOfDay(values.createdTo);
  const changedSince = startOfDay(values.changedSince);
  return {
    ...(name !== '' && { name }),
    ...(ownerId !== '' && { ownerId }),
    ...(statuses.length > 0 && { statuses: statuses.map(fromChip) }),
    ...(connectionMethods.length > 0 && { connectionMethods: connectionMethods.map(fromChip) }),
    ...(createdFrom !== null && { createdFrom }),
    ...(createdTo !== null && { createdTo }),
    ...(changedSince !== null && { changedSince }),
    ...(change !== undefined && { change }),
  };
}

function fromChip(value: string): string | null {
  return value === noValue ? null : value;
}

/** Of a filter what its source knows: the server takes name and owner only. */
export function filterFor(source: Source, filter: Filter): Filter {
  if (source === 'saved') return filter;
  const { name, ownerId } = filter;
  return { ...(name !== undefined && { name }), ...(ownerId !== undefined && { ownerId }) };
}

export function isFiltered(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

/** How many of the conditions behind the *Filters* button are set. */
export function countHidden(filter: Filter): number {
  const { statuses, connectionMethods, createdFrom, createdTo, changedSince } = filter;
  const isSet = [statuses, connectionMethods, createdFrom ?? createdTo, changedSince];
  return isSet.filter((condition) => condition !== undefined).length;
}

/** The chips of a field: the values everyone knows, then those met on screen or chosen before, then none. */
export function chipsOf(
  known: readonly string[],
  seen: readonly (string | null)[],
  chosen: readonly string[],
): string[] {
  const met = [...seen, ...chosen].filter((value) => value !== null && value !== noValue);
  return [...new Set([...known, ...met.toSorted(), noValue])].filter((value) => value !== null);
}
