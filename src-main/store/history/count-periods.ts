import { recordFields } from '../../../src-shared/tenant-fields.ts';
import type { ChangeLog } from './change-log.ts';
import type { RunSpan } from './run-span.ts';

/** A status, or `null` for tenants without one. */
type Status = string | null;

/** The tenants that are counted, as the newer list has them. */
export interface CountedTenants {
  /** How many listed tenants have each status. */
  statuses: ReadonlyMap<Status, number>;
  /** The status of each of the tenants that have changes, or the last one if it is gone. */
  statusOf: ReadonlyMap<string, Status>;
}

/** The tenants at the end of a period, and how they changed in it. */
export interface PeriodOfGrowth {
  statuses: ReadonlyMap<Status, number>;
  /** Tenants that were in the list at the end of the period and not at its beginning, and the other way round. */
  new: number;
  gone: number;
}

const statusField = recordFields.indexOf('status');

/**
 * Counts the tenants of a list at the end of some periods, by applying its changes backwards.
 *
 * @param span from the oldest run that is known to the newest.
 * @param lastRuns the last run of each period, oldest first.
 */
export function countPeriods(
  log: ChangeLog,
  { since, until }: RunSpan,
  lastRuns: readonly number[],
  counted: CountedTenants,
): PeriodOfGrowth[] {
  const statuses = new Map(counted.statuses);
  /** The status of each tenant before the changes that were applied so far. */
  const statusBefore = new Map<string, Status>();
  const periods: PeriodOfGrowth[] = [];
  for (const [at, lastRun] of [...lastRuns.entries()].reverse()) {
    const period = { statuses: new Map(statuses), new: 0, gone: 0 };
    const presence = new Map<string, { before: boolean; after: boolean }>();
    const first = log.firstAfter(lastRuns[at - 1] ?? since);
    const end = log.firstAfter(Math.min(lastRun, until));
    for (let change = end - 1; change >= first; change--) {
      const tenantId = log.tenantIdOf(change);
      const known = statusBefore.get(tenantId);
      const status = known === undefined ? counted.statusOf.get(tenantId) : known;
      if (status === undefined) continue;
      applyBackwards(change, tenantId, status);
      const before = log.before(change) !== 0;
      const after = presence.get(tenantId)?.after ?? log.after(change) !== 0;
      presence.set(tenantId, { before, after });
    }
    for (const { before, after } of presence.values()) {
      if (after && !before) period.new++;
      if (before && !after) period.gone++;
    }
    periods.unshift(period);
  }
  return periods;

  function applyBackwards(change: number, tenantId: string, status: Status): void {
    let before = status;
    for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
      if (log.fieldAt(value) === statusField) before = statusIn(log.valueBefore(value));
    }
    if (log.after(change) !== 0) add(status, -1);
    if (log.before(change) !== 0) add(before, 1);
    statusBefore.set(tenantId, before);
  }

  function add(status: Status, count: number): void {
    statuses.set(status, (statuses.get(status) ?? 0) + count);
  }
}

/** An empty status is none. */
function statusIn(value: string | null): Status {
  return value === '' ? null : value;
}
