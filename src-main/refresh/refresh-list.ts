import type { RefreshRequest, RefreshRun } from '../../src-shared/saved-list.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { Connections } from '../accounts/connections.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { CallContext, OnProgress } from '../rpc/calls.ts';

export interface RefreshParts {
  preferences: Pick<PreferencesFile, 'get'>;
  connections: Connections;
  work: AccountWork;
  lists: ListWorker;
  /** Runs `refresh` and shows its progress and result outside the window. */
  trackRefresh: (
    accountName: string,
    onProgress: OnProgress,
    refresh: (onProgress: OnProgress) => Promise<RefreshRun>,
  ) => Promise<RefreshRun>;
}

/**
 * Refreshes the saved list of an account.
 *
 * @throws AppError like `RefreshService.run`; `not_connected`, `keychain_*` and others of `Connections.credentials`.
 */
export function refreshList(
  { accountId, mode, filter }: RefreshRequest,
  { signal, onProgress }: CallContext,
  { preferences, connections, work, lists, trackRefresh }: RefreshParts,
): Promise<RefreshRun> {
  return work.run(accountId, signal, async (signal) => {
    const { listId } = connections.savedList(accountId);
    // Without a key, fail before a new run discards the pages of an interrupted run.
    await connections.credentialsOfList(listId, signal);
    const { fullRefreshHours, historyDays } = preferences.get();
    const request = { listId, mode, filter, fullRefreshHours, historyDays };
    return trackRefresh(connections.accountName(accountId), onProgress, (onProgress) =>
      lists.call('refreshList', request, { signal, onProgress }),
    );
  });
}
