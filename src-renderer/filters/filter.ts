import { endOfDay, startOfDay } from '../../src-shared/days.ts';
import type { ValueCount } from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { Source } from '../saved-list/choose-source.ts';

/** What stands in the filter's controls. */
export interface FilterValues {
  name: string;
  ownerId: string;
  /** Of the menus; `noValue` is chosen for tenants that have none. */
  statuses: string[];
  connectionMethods: string[];
  /** Days as a date input writes them, `2026-11-23`, or nothing. */
  createdFrom: string;
  createdTo: string;
  changedSince: string;
  changedTo: string;
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
  changedTo: '',
  change: undefined,
};

/** The choice of tenants that have no value. A choice is text, and the contract has no empty one. */
export const noValue = '';

/** An int64 has 19 digits at most. */
const longestId = 19;

/** Keeps of what was typed or pasted only what an id can hold, so that the input never shows anything else. */
export function onlyId(text: string): string {
  return text.replace(/\D/g, '').slice(0, longestId);
}

/** Reads the filter out of its controls: what is empty is not filtered by; days are those of the clock. */
export function parseFilter(values: FilterValues, clock: Clock): Filter {
  const name = values.name.trim();
  const ownerId = onlyId(values.ownerId);
  const { statuses, connectionMethods, change } = values;
  const createdFrom = startOfDay(values.createdFrom, clock);
  const createdTo = endOfDay(values.createdTo, clock);
  const changedSince = startOfDay(values.changedSince, clock);
  const changedTo = endOfDay(values.changedTo, clock);
  return {
    ...(name !== '' && { name }),
    ...(ownerId !== '' && { ownerId }),
    ...(statuses.length > 0 && { statuses: statuses.map(fromChoice) }),
    ...(connectionMethods.length > 0 && { connectionMethods: connectionMethods.map(fromChoice) }),
    ...(createdFrom !== null && { createdFrom }),
    ...(createdTo !== null && { createdTo }),
    ...(changedSince !== null && { changedSince }),
    ...(changedTo !== null && { changedTo }),
    ...(change !== undefined && { change }),
  };
}

function fromChoice(value: string): string | null {
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

/** The choices of a field: the values the list has, and those chosen before that it has no longer. */
export function choicesOf(
  values: readonly ValueCount[],
  chosen: readonly string[],
): { value: string; count: number }[] {
  const choices = values.map(({ value, count }) => ({ value: value ?? noValue, count }));
  const missing = chosen.filter((value) => choices.every((choice) => choice.value !== value));
  return [...choices, ...missing.map((value) => ({ value, count: 0 }))];
}
