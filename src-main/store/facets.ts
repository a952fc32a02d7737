import {
  endOfDay,
  firstDayOf,
  lastDayOf,
  lastMonths,
  periods,
  startOfDay,
} from '../../src-shared/days.ts';
import {
  overviewMonths,
  type Facets,
  type Overview,
  type PeriodCounts,
  type ValueCount,
} from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { none } from './collation.ts';
import type { Connection } from './connection.ts';
import type { ListIndex } from './list-index.ts';
import { conditionsOf, searchStates, type Condition } from './matching.ts';
import { countBetween, ranksBetween, type TimeField } from './rank-lookup.ts';
import { valueAt } from './rows.ts';

/** Owners are many: those with the most tenants are named, the others counted. */
const namedOwners = { facets: 50, overview: 8 };

/** What a list can be filtered by, in one pass over its rows. @param now days are counted back from. */
export function countFacets(
  connection: Connection,
  index: ListIndex,
  filter: Filter,
  now: Date,
): Facets {
  const statuses = new ValueCounter(connection, index, 'status');
  const connectionMethods = new ValueCounter(connection, index, 'connectionMethod');
  const owners = new ValueCounter(connection, index, 'ownerId');
  const created = new PeriodCounter(connection, index, 'createdAt', now);
  const changed = new PeriodCounter(connection, index, 'updatedAt', now);
  const counters = Object.entries({ statuses, connectionMethods, owners, created, changed });

  const states = searchStates(connection, index, filter);
  const conditions = conditionsOf(connection, index, filter, states);
  for (let place = 0; place < index.length; place++) {
    const failed = failure(conditions, place);
    if (failed === 'several') continue;
    for (const [about, counter] of counters) {
      if (failed === null || failed === about) counter.add(place);
    }
  }
  return {
    statuses: statuses.values(),
    connectionMethods: connectionMethods.values(),
    owners: mostOf(owners, namedOwners.facets),
    created: created.counts,
    changed: changed.counts,
  };
}

/** A list at a glance. @param now months are counted back from. */
export function makeOverview(connection: Connection, index: ListIndex, now: Date): Overview {
  const statuses = new ValueCounter(connection, index, 'status');
  const owners = new ValueCounter(connection, index, 'ownerId');
  for (let place = 0; place < index.length; place++) {
    statuses.add(place);
    owners.add(place);
  }
  const countOf = (month: string) =>
    countBetween(connection, index, 'createdAt', {
      from: startOfDay(`${month}-01`),
      to: endOfDay(lastDayOf(month)),
    });
  return {
    total: index.length,
    statuses: statuses.values(),
    months: lastMonths(overviewMonths, now).map((month) => ({ month, count: countOf(month) })),
    owners: mostOf(owners, namedOwners.overview),
  };
}

/** What the one condition that a row does not meet is about; `null` when it meets them all. */
function failure(conditions: readonly Condition[], place: number) {
  let failed: Condition['about'] | null = null;
  for (const { about, holds } of conditions) {
    if (holds(place)) continue;
    if (failed !== null) return 'several';
    failed = about;
  }
  return failed;
}

function mostOf(counter: ValueCounter, named: number): Facets['owners'] {
  // Tenants without an owner have none in common.
  const owners = counter
    .values(named + 1)
    .flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]));
  return { most: owners.slice(0, named), count: counter.distinct };
}

/** Counts the values of a column. */
class ValueCounter {
  readonly #connection: Connection;
  readonly #index: ListIndex;
  readonly #field: 'status' | 'connectionMethod' | 'ownerId';
  readonly #ranks: Uint32Array;
  /** By rank; the last is for rows that have no value. */
  readonly #counts: Uint32Array;
  /** By rank, a row that has the value. */
  readonly #places: Uint32Array;

  constructor(
    connection: Connection,
    index: ListIndex,
    field: 'status' | 'connectionMethod' | 'ownerId',
  ) {
    this.#connection = connection;
    this.#index = index;
    this.#field = field;
    this.#ranks = index.ranks(connection, field);
    this.#counts = new Uint32Array(index.length + 1);
    this.#places = new Uint32Array(index.length + 1);
  }

  add(place: number): void {
    const rank = Math.min(this.#ranks[place] ?? none, this.#index.length);
    this.#counts[rank] = (this.#counts[rank] ?? 0) + 1;
    this.#places[rank] = place;
  }

  /** The most frequent first; what is equally frequent in the order of the column. */
  values(limit = Infinity): ValueCount[] {
    return this.#ranksMet()
      .toSorted((left, right) => this.#count(right) - this.#count(left))
      .slice(0, limit)
      .map((rank) => ({ value: this.#valueOf(rank), count: this.#count(rank) }));
  }

  /** How many values there are, rows without one left out. */
  get distinct(): number {
    return this.#ranksMet().filter((rank) => rank < this.#index.length).length;
  }

  #ranksMet(): number[] {
    return [...this.#counts.keys()].filter((rank) => this.#count(rank) > 0);
  }

  #count(rank: number): number {
    return this.#counts[rank] ?? 0;
  }

  #valueOf(rank: number): string | null {
    if (rank === this.#index.length) return null;
    const place = this.#places[rank] ?? 0;
    return valueAt(this.#connection, this.#index.list, this.#field, place);
  }
}

/** Counts the times since the first day of each period. */
class PeriodCounter {
  readonly counts: PeriodCounts = { last7Days: 0, last30Days: 0, last90Days: 0, thisYear: 0 };
  readonly #ranks: Uint32Array;
  readonly #first: PeriodCounts;

  constructor(connection: Connection, index: ListIndex, field: TimeField, now: Date) {
    this.#ranks = index.ranks(connection, field);
    this.#first = { ...this.counts };
    for (const period of periods) {
      const from = startOfDay(firstDayOf(period, now));
      this.#first[period] = ranksBetween(connection, index, field, { from }).low;
    }
  }

  add(place: number): void {
    const rank = this.#ranks[place] ?? none;
    if (rank === none) return;
    for (const period of periods) if (rank >= this.#first[period]) this.counts[period] += 1;
  }
}
