import type { Baseline } from './changes.ts';
import { namedBaselines } from './choices.ts';
import { dayAt, endOfDay, resolveDay, startOfDay } from './days.ts';
import type { Filter } from './list-tenants.ts';
import type { Matching } from './matching.ts';
import { isKnown } from './tenant-fields.ts';
import type { Clock } from './time-zone.ts';

/**
 * What the user has chosen to filter by. A day is `2026-11-23`, a relative day such as `last7Days`, or empty. Relative
 * days are kept as they were chosen, so that they move on with the calendar, and are resolved by `parseFilter`.
 */
export interface FilterValues {
  name: string;
  /** The values chosen in the menus; `noValue` for tenants without a value. */
  statuses: string[];
  connectionMethods: string[];
  /** Only of hotlines. */
  networks: string[];
  ownerIds: string[];
  /** Only for all accounts: any of these. */
  accountIds: string[];
  /** The list of values of which a tenant has one. */
  matching?: Matching | undefined;
  /** A day, or the period that ends today. */
  createdFrom: string;
  /** A day, or the age of the tenants. */
  createdTo: string;
  changedFrom: string;
  changedTo: string;
  change?: Filter['change'];
  /** The baseline of the changes: a name, or a day, which can be relative. */
  since: string;
  changedField?: Filter['changedField'];
  /** The list as it was at the end of this day; empty for the list as it is now. Ignored while changes are shown. */
  asOf: string;
  isStarred: boolean;
  hasNote: boolean;
  /** Any of these; `noValue` for tenants without tags. */
  tags: string[];
}

export const noFilter: FilterValues = {
  name: '',
  statuses: [],
  connectionMethods: [],
  networks: [],
  ownerIds: [],
  accountIds: [],
  matching: undefined,
  createdFrom: '',
  createdTo: '',
  changedFrom: '',
  changedTo: '',
  change: undefined,
  since: 'seen',
  changedField: undefined,
  asOf: '',
  isStarred: false,
  hasNote: false,
  tags: [],
};

/** Filters the tenants that are still newly created more than 30 days after they were created. */
export const stillNew = {
  statuses: ['Z'],
  createdFrom: '',
  createdTo: 'olderThan30Days',
} satisfies Partial<FilterValues>;

/** Stands for `null` in a menu, whose values must be strings. Statuses, connection methods and tags are never empty. */
export const noValue = '';

/**
 * Converts chosen values to a filter. Empty values are left out. Days are in the zone of `clock`, and relative days are
 * those at the time `now`.
 */
export function parseFilter(values: FilterValues, clock: Clock, now: Date): Filter {
  const today = dayAt(now, clock);
  const from = (day: string) => startOfDay(resolveDay(day, today), clock);
  const to = (day: string) => endOfDay(resolveDay(day, today), clock);
  const name = values.name.trim();
  const { accountIds, ownerIds, statuses, connectionMethods, networks } = values;
  const { change, changedField } = values;
  const { matching, isStarred, hasNote, tags } = values;
  const createdFrom = from(values.createdFrom);
  const createdTo = to(values.createdTo);
  const changedFrom = from(values.changedFrom);
  const changedTo = to(values.changedTo);
  const asOf = change === undefined ? to(values.asOf) : null;
  return {
    ...(name !== '' && { name }),
    ...(ownerIds.length > 0 && { ownerIds }),
    ...(accountIds.length > 0 && { accountIds }),
    ...(statuses.length > 0 && { statuses: statuses.map(fromChoice) }),
    ...(connectionMethods.length > 0 && { connectionMethods: connectionMethods.map(fromChoice) }),
    ...(networks.length > 0 && { networks: networks.map(fromChoice) }),
    ...(matching && { matching }),
    ...(createdFrom !== null && { createdFrom }),
    ...(createdTo !== null && { createdTo }),
    ...(changedFrom !== null && { changedFrom }),
    ...(changedTo !== null && { changedTo }),
    ...(change !== undefined && {
      change,
      since: parseBaseline(values.since, clock, now),
      ...(changedField && { changedField }),
    }),
    ...(asOf !== null && { asOf }),
    ...(isStarred && { isStarred }),
    ...(hasNote && { hasNote }),
    ...(tags.length > 0 && { tags: tags.map(fromChoice) }),
  };
}

/** Returns the baseline of the changes. A day stands for its first moment, and an incomplete day for the default. */
export function parseBaseline(since: string, clock: Clock, now: Date): Baseline {
  if (isKnown(namedBaselines, since)) return since;
  return startOfDay(resolveDay(since, dayAt(now, clock)), clock) ?? 'seen';
}

/** Removes from the filter of a list the accounts that do not exist. */
export function keepAccounts<List extends { filterValues: FilterValues }>(
  list: List,
  exists: (accountId: string) => boolean,
): List {
  const { filterValues } = list;
  const accountIds = filterValues.accountIds.filter(exists);
  return { ...list, filterValues: { ...filterValues, accountIds } };
}

function fromChoice(value: string): string | null {
  return value === noValue ? null : value;
}
