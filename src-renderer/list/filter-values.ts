import { endOfDay, startOfDay } from '../../src-shared/days.ts';
import type { Baseline } from '../../src-shared/changes.ts';
import { namedBaselines } from '../../src-shared/choices.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { isKnown } from '../../src-shared/tenant-fields.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { Source } from './choose-source.ts';

/** The values of the filter's controls. */
export interface FilterValues {
  name: string;
  ownerId: string;
  /** The values chosen in the menus; `noValue` for tenants without a value. */
  statuses: string[];
  connectionMethods: string[];
  /** Days in the format of a date input, `2026-11-23`, or an empty string. */
  createdFrom: string;
  createdTo: string;
  changedFrom: string;
  changedTo: string;
  change: Filter['change'];
  /** The baseline of the changes: a name, or a day in the format of a date input. */
  since: string;
  changedField: Filter['changedField'];
  /** The list as it was at the end of this day; empty for the list as it is now. Ignored while changes are shown. */
  asOf: string;
}

export const noFilter: FilterValues = {
  name: '',
  ownerId: '',
  statuses: [],
  connectionMethods: [],
  createdFrom: '',
  createdTo: '',
  changedFrom: '',
  changedTo: '',
  change: undefined,
  since: 'seen',
  changedField: undefined,
  asOf: '',
};

/** Stands for `null` in a menu, whose values must be strings. Statuses and connection methods are never empty. */
export const noValue = '';

/** An int64 has at most 19 digits. */
const longestId = 19;

/** Removes everything that cannot be a part of an id from typed or pasted text. */
export function onlyId(text: string): string {
  return text.replace(/\D/g, '').slice(0, longestId);
}

/** Converts the values of the controls to a filter. Empty values are left out. Days are in the zone of `clock`. */
export function parseFilter(values: FilterValues, clock: Clock): Filter {
  const name = values.name.trim();
  const ownerId = onlyId(values.ownerId);
  const { statuses, connectionMethods, change, changedField } = values;
  const createdFrom = startOfDay(values.createdFrom, clock);
  const createdTo = endOfDay(values.createdTo, clock);
  const changedFrom = startOfDay(values.changedFrom, clock);
  const changedTo = endOfDay(values.changedTo, clock);
  const asOf = change === undefined ? endOfDay(values.asOf, clock) : null;
  return {
    ...(name !== '' && { name }),
    ...(ownerId !== '' && { ownerId }),
    ...(statuses.length > 0 && { statuses: statuses.map(fromChoice) }),
    ...(connectionMethods.length > 0 && { connectionMethods: connectionMethods.map(fromChoice) }),
    ...(createdFrom !== null && { createdFrom }),
    ...(createdTo !== null && { createdTo }),
    ...(changedFrom !== null && { changedFrom }),
    ...(changedTo !== null && { changedTo }),
    ...(change !== undefined && {
      change,
      since: parseBaseline(values.since, clock),
      ...(changedField && { changedField }),
    }),
    ...(asOf !== null && { asOf }),
  };
}

/** Returns the baseline of the changes. A day stands for its first moment, and an incomplete day for the default. */
export function parseBaseline(since: string, clock: Clock): Baseline {
  if (isKnown(namedBaselines, since)) return since;
  return startOfDay(since, clock) ?? 'seen';
}

function fromChoice(value: string): string | null {
  return value === noValue ? null : value;
}

/** Returns the conditions that a source supports: the server supports name and owner only. */
export function filterFor(source: Source, filter: Filter): Filter {
  if (source === 'saved') return filter;
  const { name, ownerId } = filter;
  return { ...(name !== undefined && { name }), ...(ownerId !== undefined && { ownerId }) };
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
