import {
  dayAt,
  endOfDay,
  lastDayOf,
  lastMonths,
  resolveDay,
  startOfDay,
  type Age,
  type Period,
} from '../../../src-shared/days.ts';
import {
  overviewMonths,
  type Facets,
  type Overview,
  type PeriodCounts,
  type ValueCount,
} from '../../../src-shared/facets.ts';
import type { Filter } from '../../../src-shared/list-tenants.ts';
import { countBetween, ranksBetween, type Span, type TimeField } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import { checkConditions } from './check-conditions.ts';
import { countAnnotated, countTags } from './count-annotations.ts';
import { compileFilter, type Condition, type IndexedRows } from './compile-filter.ts';
import { countStillNew } from './count-still-new.ts';
import type { Today } from './today.ts';

type ValueField = 'status' | 'connectionMethod' | 'network' | 'ownerId';

interface ListedCount {
  /** The number of owners with the most tenants. */
  most: number;
  /** Whether all other owners that have a name are listed, too. */
  named: boolean;
}

/** There can be very many owners, so not all are listed. The others are only counted. */
const listedOwners = {
  facets: { most: 50, named: true },
  overview: { most: 8, named: false },
} as const satisfies Record<string, ListedCount>;

/** The facets of some lists. The store does not know their accounts. */
export type ListFacets = Omit<Facets, 'accounts'>;

/** Counts, for each value of a field, the rows that a filter by it would show under the other conditions. */
export function countFacets(rows: IndexedRows, filter: Filter, today: Today): ListFacets {
  const { index } = rows;
  const ownWords = rows.ownWords();
  const { conditions } = compileFilter(rows, filter);
  const failures = checkConditions(rows, conditions);
  /** The rows that meet all conditions but the facet's own. */
  const rowsFor = (about: Condition['about']): CountedRows => {
    const own = 1 + conditions.findIndex((condition) => condition.about === about);
    const isCounted = (place: number) => failures[place] === 0 || failures[place] === own;
    return { index, isCounted };
  };
  return {
    statuses: countValues(rowsFor('statuses'), 'status'),
    connectionMethods: countValues(rowsFor('connectionMethods'), 'connectionMethod'),
    networks: index.fields.includes('network') ? countValues(rowsFor('networks'), 'network') : [],
    owners: countOwners(rows, rowsFor('owners'), listedOwners.facets),
    created: countPeriods(rowsFor('created'), 'createdAt', today),
    changed: countPeriods(rowsFor('changed'), 'updatedAt', today),
    tags: countTags(ownWords, rowsFor('tags').isCounted),
    starred: countAnnotated(ownWords, rowsFor('starred').isCounted, ({ isStarred }) => isStarred),
    noted: countAnnotated(ownWords, rowsFor('noted').isCounted, ({ note }) => note !== ''),
  };
}

/** Counts the rows that match a filter. */
export function countOverview(
  rows: IndexedRows,
  filter: Filter,
  today: Today,
): Omit<Overview, 'growth' | 'accounts'> {
  const { now, clock } = today;
  const { index } = rows;
  const failures = checkConditions(rows, compileFilter(rows, filter).conditions);
  const isCounted = (place: number) => failures[place] === 0;
  const counted = { index, isCounted };
  const statuses = countValues(counted, 'status');
  return {
    total: statuses.reduce((sum, { count }) => sum + count, 0),
    statuses,
    stillNew: countStillNew(rows, isCounted, today),
    months: lastMonths(overviewMonths, now, clock).map((month) => {
      const from = startOfDay(`${month}-01`, clock);
      const to = endOfDay(lastDayOf(month), clock);
      return { month, count: countBetween(index, 'createdAt', { from, to }, isCounted) };
    }),
    owners: countOwners(rows, counted, listedOwners.overview),
  };
}

interface CountedRows {
  index: RowIndex;
  isCounted: (place: number) => boolean;
}

/** Counts the rows of each value; `null` stands for a missing value. The most frequent comes first, then by rank. */
function countRanks({ index, isCounted }: CountedRows, field: ValueField) {
  const { length } = index;
  const ranks = index.ranks(field);
  // Indexed by rank. The entry after the last possible rank is for missing values.
  const missing = ranks.reduce((end, rank) => (rank === noRank ? end : Math.max(end, rank + 1)), 0);
  const counts = new Uint32Array(missing + 1);
  const examples = new Uint32Array(missing + 1);
  const found: number[] = [];
  for (let place = 0; place < length; place++) {
    if (!isCounted(place)) continue;
    const rank = Math.min(ranks[place] ?? noRank, missing);
    const count = counts[rank] ?? 0;
    if (count === 0) {
      found.push(rank);
      examples[rank] = place;
    }
    counts[rank] = count + 1;
  }
  const countOf = (rank: number) => counts[rank] ?? 0;
  return found
    .toSorted((left, right) => countOf(right) - countOf(left) || left - right)
    .map((rank) => ({
      /** A row that has the value; `null` for the missing value. */
      example: rank < missing ? (examples[rank] ?? 0) : null,
      count: countOf(rank),
    }));
}

function countValues(rows: CountedRows, field: ValueField): ValueCount[] {
  return countRanks(rows, field).map(({ example, count }) => ({
    value: example === null ? null : rows.index.valueAt(field, example),
    count,
  }));
}

function countOwners(
  rows: IndexedRows,
  counted: CountedRows,
  listed: ListedCount,
): Facets['owners'] {
  const { index, ownWords } = rows;
  const ranks = index.ranks('ownerId');
  const names = ownWords().owners.namesByRank();
  const nameOf = (example: number) => names.get(ranks[example] ?? noRank) ?? null;
  // Tenants without an owner have no owner in common.
  const owners = countRanks(counted, 'ownerId').flatMap(({ example, count }) =>
    example === null ? [] : { example, count },
  );
  const most = owners.filter(
    ({ example }, at) => at < listed.most || (listed.named && nameOf(example) !== null),
  );
  const firstTenants = findFirstTenants(
    rows,
    most.map(({ example }) => example),
  );
  return {
    most: most.map(({ example, count }, at) => ({
      value: index.valueAt('ownerId', example) ?? '',
      count,
      name: nameOf(example),
      hint: index.valueAt('name', firstTenants[at] ?? example),
    })),
    count: owners.length,
  };
}

/** Finds the first tenant of some owners by the time of creation. @param examples a row of each owner. */
function findFirstTenants(
  { index, isShown }: IndexedRows,
  examples: readonly number[],
): (number | undefined)[] {
  const ranks = index.ranks('ownerId');
  const wanted = new Set(examples.map((place) => ranks[place] ?? noRank));
  const first = new Map<number, number>();
  for (const place of index.order([{ field: 'createdAt', direction: 'ascending' }])) {
    if (first.size === wanted.size) break;
    const rank = ranks[place] ?? noRank;
    if (wanted.has(rank) && !first.has(rank) && isShown(place)) first.set(rank, place);
  }
  return examples.map((place) => first.get(ranks[place] ?? noRank));
}

/** Counts the times in each period, and before each age. */
function countPeriods(
  { index, isCounted }: CountedRows,
  field: TimeField,
  { now, clock }: Today,
): PeriodCounts {
  const ranks = index.ranks(field);
  const today = dayAt(now, clock);
  const count = (span: Span) => {
    const { low, high } = ranksBetween(index, field, span);
    let found = 0;
    for (let place = 0; place < index.length; place++) {
      const rank = ranks[place] ?? noRank;
      if (rank >= low && rank < high && isCounted(place)) found++;
    }
    return found;
  };
  const since = (period: Period) => count({ from: startOfDay(resolveDay(period, today), clock) });
  const until = (age: Age) => count({ to: endOfDay(resolveDay(age, today), clock) });
  return {
    last7Days: since('last7Days'),
    last30Days: since('last30Days'),
    last90Days: since('last90Days'),
    thisYear: since('thisYear'),
    olderThan30Days: until('olderThan30Days'),
    olderThan60Days: until('olderThan60Days'),
    olderThan90Days: until('olderThan90Days'),
  };
}
