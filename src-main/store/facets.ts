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
import type { Clock } from '../../src-shared/time-zone.ts';
import { none } from './collation.ts';
import type { Connection } from './connection.ts';
import { conditionsOf, searchStates, type Condition } from './matching.ts';
import { countBetween, ranksBetween, type TimeField } from './rank-lookup.ts';
import type { RowIndex } from './row-index.ts';

type ValueField = 'status' | 'connectionMethod' | 'ownerId';

/** A moment, and on whose clock days begin and end. */
export interface Today {
  now: Date;
  clock: Clock;
}

/** Owners are many: those with the most tenants are named, the others counted. */
const namedOwners = { facets: 50, overview: 8 };

/** What a list can be filtered by. Days are counted back from today. */
export function countFacets(
  connection: Connection,
  index: RowIndex,
  filter: Filter,
  today: Today,
): Facets {
  const states = searchStates(connection, index, filter);
  const conditions = conditionsOf(connection, index, filter, states);
  const { failures, counts } = checkConditions(conditions, index.length);
  const rows = { connection, index, failures };
  // A row counts where it meets all conditions, or all but the field's own.
  const own = (about: Condition['about']) =>
    1 + conditions.findIndex((condition) => condition.about === about);
  return {
    statuses: countValues(rows, 'status', own('statuses')),
    connectionMethods: countValues(rows, 'connectionMethod', own('connectionMethods')),
    owners: countOwners(rows, own('owners'), namedOwners.facets),
    created: countPeriods(rows, 'createdAt', own('created'), today),
    changed: countPeriods(rows, 'updatedAt', own('changed'), today),
    conditions: counts,
  };
}

/** A list at a glance. Months are counted back from today. */
export function makeOverview(
  connection: Connection,
  index: RowIndex,
  { now, clock }: Today,
): Overview {
  const rows = { connection, index, failures: new Uint8Array(index.length) };
  const countOf = (month: string) =>
    countBetween(connection, index, 'createdAt', {
      from: startOfDay(`${month}-01`, clock),
      to: endOfDay(lastDayOf(month), clock),
    });
  return {
    total: index.length,
    statuses: countValues(rows, 'status', 0),
    months: lastMonths(overviewMonths, now, clock).map((month) => ({
      month,
      count: countOf(month),
    })),
    owners: countOwners(rows, 0, namedOwners.overview),
  };
}

interface CountedRows {
  connection: Connection;
  index: RowIndex;
  /** By place, which condition alone the row does not meet, counted from 1; 0 when it meets them all. */
  failures: Uint8Array;
}

/** The row does not meet more than one condition. */
const several = 255;

/** Finds the rows that fail conditions, and counts the rows that meet each of them. */
function checkConditions(
  conditions: readonly Condition[],
  length: number,
): { failures: Uint8Array; counts: Facets['conditions'] } {
  const failures = new Uint8Array(length);
  const counts: Facets['conditions'] = {};
  for (const [at, { about, holds }] of conditions.entries()) {
    let count = 0;
    for (let place = 0; place < length; place++) {
      if (holds(place)) count++;
      else failures[place] = failures[place] === 0 ? at + 1 : several;
    }
    counts[about] = count;
  }
  return { failures, counts };
}

/** One of the values of a column: a row that has it, and how many do. */
interface Met {
  place: number;
  hasValue: boolean;
  count: number;
}

/** The values of a column, the most frequent first; what is equally frequent in the order of the column. */
function meet({ connection, index, failures }: CountedRows, field: ValueField, own: number): Met[] {
  const { length } = index;
  const ranks = index.ranks(connection, field);
  // By rank, and behind the last one for rows that have no value.
  const counts = new Uint32Array(length + 1);
  const places = new Uint32Array(length + 1);
  const met: number[] = [];
  for (let place = 0; place < length; place++) {
    const failure = failures[place];
    if (failure !== 0 && failure !== own) continue;
    const rank = Math.min(ranks[place] ?? none, length);
    const count = counts[rank] ?? 0;
    if (count === 0) {
      met.push(rank);
      places[rank] = place;
    }
    counts[rank] = count + 1;
  }
  const countOf = (rank: number) => counts[rank] ?? 0;
  return met
    .toSorted((left, right) => countOf(right) - countOf(left) || left - right)
    .map((rank) => ({
      place: places[rank] ?? 0,
      hasValue: rank < length,
      count: countOf(rank),
    }));
}

function countValues(rows: CountedRows, field: ValueField, own: number): ValueCount[] {
  const { connection, index } = rows;
  return meet(rows, field, own).map(({ place, hasValue, count }) => ({
    value: hasValue ? index.valueAt(connection, field, place) : null,
    count,
  }));
}

function countOwners(rows: CountedRows, own: number, named: number): Facets['owners'] {
  const { connection, index } = rows;
  // Tenants without an owner have none in common.
  const owners = meet(rows, 'ownerId', own).filter(({ hasValue }) => hasValue);
  return {
    most: owners.slice(0, named).map(({ place, count }) => ({
      value: index.valueAt(connection, 'ownerId', place) ?? '',
      count,
    })),
    count: owners.length,
  };
}

/** How many times of a column lie in each period. */
function countPeriods(
  { connection, index, failures }: CountedRows,
  field: TimeField,
  own: number,
  { now, clock }: Today,
): PeriodCounts {
  const ranks = index.ranks(connection, field);
  const counts: PeriodCounts = { last7Days: 0, last30Days: 0, last90Days: 0, thisYear: 0 };
  for (const period of periods) {
    const from = startOfDay(firstDayOf(period, now, clock), clock);
    const { low } = ranksBetween(connection, index, field, { from });
    for (let place = 0; place < index.length; place++) {
      const failure = failures[place];
      const rank = ranks[place] ?? none;
      const isCounted = failure === 0 || failure === own;
      if (isCounted && rank >= low && rank !== none) counts[period]++;
    }
  }
  return counts;
}
