import { dayAt, endOfDay, lastDayOf, lastMonths } from '../../../src-shared/days.ts';
import {
  overviewMonths,
  type AccountTotals,
  type MonthOfGrowth,
  type Overview,
  type ValueCount,
} from '../../../src-shared/facets.ts';
import type { Filter } from '../../../src-shared/list-tenants.ts';
import { findWholeHistory } from '../history/compared-runs.ts';
import { countPeriods } from '../history/count-periods.ts';
import type { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { compileFilter } from './compile-filter.ts';
import type { Today } from './facets.ts';
import { findListParts, type ListPart } from './list-parts.ts';
import type { AccountOfList } from './summarize-changes.ts';
import { versionsOf, type ViewSource } from './view-rows.ts';

type Source = Pick<ViewSource, 'connection' | 'cache' | 'annotationsOf'>;
type Statuses = ReadonlyMap<string | null, number>;

interface ListGrowth {
  totals: AccountTotals;
  months: MonthOfGrowth[];
  since: string | null;
}

/**
 * Counts how some lists have grown, and the totals of each. Both are about the lists as they are now, even if the filter
 * selects changes or a past list.
 */
export function countGrowth(
  source: Source,
  lists: readonly AccountOfList[],
  filter: Filter,
  today: Today,
): Pick<Overview, 'growth' | 'accounts'> {
  const found = lists.map((list) => countList(source, list, filter, today));
  const months = [...new Set(found.flatMap((list) => list.months.map(({ month }) => month)))];
  const starts = found.flatMap(({ since }) => since ?? []);
  return {
    growth: {
      months: months.toSorted().map((month) =>
        sumMonths(
          month,
          found.flatMap((list) => list.months.filter((one) => one.month === month)),
        ),
      ),
      since: starts.toSorted()[0] ?? null,
    },
    accounts: lists.length > 1 ? found.map(({ totals }) => totals) : [],
  };
}

function countList(
  source: Source,
  { listId, accountId }: AccountOfList,
  filter: Filter,
  today: Today,
): ListGrowth {
  const parts = findListParts(source.connection, [listId], { listed: true, gone: true });
  const tenants = new MatchingTenants(source, parts, filter);
  const statuses = toCounts(tenants.statuses);
  const months = countMonths(source, listId, tenants, today);
  const lastMonth = months.at(-1);
  return {
    totals: {
      accountId,
      total: statuses.reduce((sum, { count }) => sum + count, 0),
      statuses,
      newThisMonth: lastMonth?.new ?? 0,
      goneThisMonth: lastMonth?.gone ?? 0,
      fetchedAt: parts[0]?.fetchedAt ?? null,
    },
    months,
    since: findWholeHistory(source.connection, listId)?.since.endedAt ?? null,
  };
}

/** Counts the tenants of a list at the end of each month since its history begins. */
function countMonths(
  { connection, cache }: Source,
  listId: string,
  tenants: MatchingTenants,
  { now, clock }: Today,
): MonthOfGrowth[] {
  const history = findWholeHistory(connection, listId);
  if (history === null) return [];
  const { since, until } = history;
  const log = cache.histories.log(connection, listId, history);
  const firstMonth = dayAt(new Date(since.endedAt), clock).slice(0, 'yyyy-mm'.length);
  const known = lastMonths(overviewMonths, now, clock);
  const months = known.filter((month, at) => month >= firstMonth || at === known.length - 1);
  const lastRuns = months.slice(0, -1).map((month) => {
    const end = endOfDay(lastDayOf(month), clock) ?? '';
    return log.lastRunAt(new Date(end).toISOString()) ?? since.runId;
  });
  const periods = countPeriods(
    log,
    { since: since.runId, until: until.runId },
    [...lastRuns, until.runId],
    { statuses: tenants.statuses, statusOf: tenants.statusesOf(log.tenantIds) },
  );
  return months.flatMap((month, at) => {
    const period = periods[at];
    return period === undefined ? [] : { ...period, month, statuses: toCounts(period.statuses) };
  });
}

/** The tenants of a list that match a filter, and those that did when they were last listed. */
class MatchingTenants {
  /** How many listed tenants have each status. */
  readonly statuses: Statuses;
  readonly #parts: readonly {
    index: ListIndex;
    isCounted: (place: number) => boolean;
    statusAt: (place: number) => string | null;
  }[];

  constructor({ cache, annotationsOf }: Source, parts: readonly ListPart[], filter: Filter) {
    const statuses = new Map<string | null, number>();
    this.#parts = parts.map((part) => {
      const index = cache.open(part);
      const rows = { parts: [part], versions: versionsOf([part]), annotationsOf };
      const ownWords = () => cache.openOwnWords(index, rows);
      const { conditions } = compileFilter({ index, changes: null, ownWords }, filter);
      const isCounted = (place: number) => conditions.every(({ holds }) => holds(place));
      const ranks = index.ranks('status');
      const values = index.keysByRank('status');
      const statusAt = (place: number) => values[ranks[place] ?? noRank] ?? null;
      for (let place = 0; place < part.length && !part.areGone; place++) {
        if (!isCounted(place)) continue;
        const status = statusAt(place);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      return { index, isCounted, statusAt };
    });
    this.statuses = statuses;
  }

  /** Returns the status, or the last one, of those of some tenants that match. */
  statusesOf(tenantIds: readonly string[]): Map<string, string | null> {
    const statuses = new Map<string, string | null>();
    for (const { index, isCounted, statusAt } of this.#parts) {
      for (const [at, place] of index.placesOf(tenantIds).entries()) {
        const tenantId = tenantIds[at];
        if (place < 0 || tenantId === undefined || !isCounted(place)) continue;
        statuses.set(tenantId, statusAt(place));
      }
    }
    return statuses;
  }
}

function sumMonths(month: string, parts: readonly MonthOfGrowth[]): MonthOfGrowth {
  const statuses = new Map<string | null, number>();
  for (const { value, count } of parts.flatMap((part) => part.statuses)) {
    statuses.set(value, (statuses.get(value) ?? 0) + count);
  }
  return {
    month,
    statuses: toCounts(statuses),
    new: parts.reduce((sum, part) => sum + part.new, 0),
    gone: parts.reduce((sum, part) => sum + part.gone, 0),
  };
}

/** Leaves out statuses that no tenant has. The most frequent comes first. */
function toCounts(statuses: Statuses): ValueCount[] {
  return [...statuses]
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || compareText(a.value, b.value));
}

function compareText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
