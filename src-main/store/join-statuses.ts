import type { SavedListStatus } from '../../src-shared/saved-list.ts';

/**
 * Combines the statuses of several lists shown as one, which is complete when each of them is. Refresh runs and changes
 * belong to a single list, so the combined status has none.
 */
export function joinStatuses(statuses: readonly SavedListStatus[]): SavedListStatus {
  const [only, ...others] = statuses;
  if (only !== undefined && others.length === 0) return only;
  const has = (state: SavedListStatus['state']) => (status: SavedListStatus) =>
    status.state === state;
  const oldest = (timeOf: (status: SavedListStatus) => string | null) =>
    statuses.flatMap((status) => timeOf(status) ?? []).toSorted()[0] ?? null;
  const sum = (numberOf: (status: SavedListStatus) => number) =>
    statuses.reduce((total, status) => total + numberOf(status), 0);
  return {
    state: statuses.every(has('none'))
      ? 'none'
      : statuses.every(has('complete'))
        ? 'complete'
        : 'partial',
    tenants: sum(({ tenants }) => tenants),
    fetchedAt: oldest(({ fetchedAt }) => fetchedAt),
    readInFullAt: oldest(({ readInFullAt }) => readInFullAt),
    shrunkRun: null,
    unreadableRows: sum(({ unreadableRows }) => unreadableRows),
    quickRefreshOff: null,
    completeRun: null,
    interruptedRun: null,
    changes: { new: 0, changed: 0, gone: 0 },
    accounts: { complete: statuses.filter(has('complete')).length, of: statuses.length },
  };
}
