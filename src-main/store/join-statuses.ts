import { lacksCall } from '../../src-shared/lacks-call.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { recordsOf } from '../list-ids.ts';

/**
 * Leaves out the lists of hotlines whose server was found not to list any, unless that is so for all of them. They would
 * make the other lists incomplete for good.
 */
export function offeredLists(
  listIds: readonly string[],
  statusOf: (listId: string) => SavedListStatus,
): readonly string[] {
  const offered = listIds.filter((listId) => {
    if (recordsOf(listId) !== 'hotlines') return true;
    const { state, failure } = statusOf(listId);
    return state !== 'none' || failure === null || !lacksCall(failure);
  });
  return offered.length === 0 ? listIds : offered;
}

/**
 * Combines the statuses of several lists shown as one, which is complete when each of them is. Refresh runs and changes
 * belong to a single list, so the combined status has none.
 */
export function joinStatuses(statuses: readonly SavedListStatus[]): SavedListStatus {
  const [only, ...others] = statuses;
  if (only !== undefined && others.length === 0) return only;
  const has = (state: SavedListStatus['state']) => (status: SavedListStatus) =>
    status.state === state;
  const oldest = (times: readonly (string | null)[]) =>
    times.filter((time) => time !== null).toSorted()[0] ?? null;
  return {
    state: statuses.every(has('none'))
      ? 'none'
      : statuses.every(has('complete'))
        ? 'complete'
        : 'partial',
    tenants: statuses.reduce((sum, { tenants }) => sum + tenants, 0),
    fetchedAt: oldest(statuses.map(({ fetchedAt }) => fetchedAt)),
    readInFullAt: oldest(statuses.map(({ readInFullAt }) => readInFullAt)),
    failure: null,
    shrunkRun: null,
    unreadableRows: statuses.reduce((sum, { unreadableRows }) => sum + unreadableRows, 0),
    quickRefreshOff: null,
    completeRun: null,
    interruptedRun: null,
    accounts: { complete: statuses.filter(has('complete')).length, of: statuses.length },
  };
}
