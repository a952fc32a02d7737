import type { ChangeLog } from './change-log.ts';
import type { RunSpan } from './run-span.ts';

/** A tenant that has changed since a run, as it was then. */
export interface PastTenant {
  tenantId: string;
  /** Whether the list had the tenant. */
  wasListed: boolean;
  /** The values that have changed since, by the position of the field in `tenantFields`. Others are missing. */
  values: readonly (string | null | undefined)[];
}

/**
 * Applies the changes between two runs backwards.
 *
 * @returns the tenants that were different, or missing, when the first run ended.
 */
export function findPastTenants(log: ChangeLog, { since, until }: RunSpan): PastTenant[] {
  const first = log.firstAfter(since);
  return log.lastChanges(first, log.firstAfter(until)).map((last) => {
    const values: (string | null)[] = [];
    const setValue = (field: number, before: string | null) => {
      values[field] = before;
    };
    let oldest = last;
    for (let change = last; change >= first; change = log.previous(change)) {
      // The row of a tenant that is gone has the same values.
      const isInRow = change === last && log.kindOf(change) === 'gone';
      if (!isInRow) log.eachValue(change, setValue);
      oldest = change;
    }
    return { tenantId: log.tenantIdOf(last), wasListed: log.before(oldest) !== 0, values };
  });
}
