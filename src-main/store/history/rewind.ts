import type { ChangeLog } from './change-log.ts';
import type { RunSpan } from './run-span.ts';

/** What a list was like before its changes. */
interface Visitor {
  /** Called at least once for each tenant that was different; the last call counts. */
  onTenant: (tenant: number, wasListed: boolean) => void;
  /**
   * Called for the values that were different: `ChangeLog.valueBefore` returns them by their numbers. The last call for a
   * field of a tenant counts.
   */
  onValue: (tenant: number, field: number, value: number) => void;
}

/**
 * Applies the changes between two runs backwards, from the newer list to the older one.
 *
 * @param visitor gets tenants by their numbers in the log, and fields by their positions in `recordFields`.
 */
export function rewind(log: ChangeLog, { since, until }: RunSpan, visitor: Visitor): void {
  const { onTenant, onValue } = visitor;
  const first = log.firstAfter(since);
  const isKnown = new Uint8Array(log.tenantIds.length);
  for (let change = log.firstAfter(until) - 1; change >= first; change--) {
    const tenant = log.tenantOf(change);
    onTenant(tenant, log.before(change) !== 0);
    // The row of a tenant that is gone still has the values that it had last.
    const areInRow = isKnown[tenant] === 0 && log.kindOf(change) === 'gone';
    isKnown[tenant] = 1;
    const end = areInRow ? 0 : log.firstValue(change + 1);
    for (let value = log.firstValue(change); value < end; value++) {
      onValue(tenant, log.fieldAt(value), value);
    }
  }
}
