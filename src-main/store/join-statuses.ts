import type { SavedListStatus } from '../../src-shared/saved-list.ts';

/**
 * What is saved of several accounts as one: complete when each of its lists is. Walks and what they found belong to one
 * account alone.
 */
export function joinStatuses(statuses: readonly SavedListStatus[]): SavedListStatus {
  const [only, ...others] = statuses;
  if (only !== undefined && others.length === 0) return only;
  const isOf = (state: SavedListStatus['state']) => (status: SavedListStatus) =>
    status.state === state;
  const [fetchedAt = null] = statuses.flatMap((status) => status.fetchedAt ?? []).toSorted();
  return {
    state: statuses.every(isOf('none'))
      ? 'none'
      : statuses.every(isOf('complete'))
        ? 'complete'
        : 'partial',
    tenants: statuses.reduce((sum, { tenants }) => sum + tenants, 0),
    fetchedAt,
    completeRun: null,
    interruptedRun: null,
    changes: { new: 0, changed: 0, gone: 0 },
    accounts: { complete: statuses.filter(isOf('complete')).length, of: statuses.length },
  };
}
