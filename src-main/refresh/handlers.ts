import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { Connections } from '../accounts/connections.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { OnProgress } from '../rpc/calls.ts';

interface Parts {
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

/** Returns the handler that refreshes a saved list. */
export function createRefreshHandlers({
  preferences,
  connections,
  work,
  lists,
  trackRefresh,
}: Parts): Pick<BridgeHandlers, 'refreshList' | 'decideShrunkList'> {
  return {
    decideShrunkList: ({ accountId, runId, use }) =>
      lists.call('decideShrunkList', {
        listId: connections.savedList(accountId).listId,
        runId,
        use,
      }),
    refreshList: ({ accountId, mode, filter }, { signal, onProgress }) =>
      work.run(accountId, signal, async (signal) => {
        const { listId } = connections.savedList(accountId);
        // Without a key, fail before a new run discards the pages of an interrupted run.
        await connections.credentialsOfList(listId, signal);
        const { fullRefreshHours, historyDays } = preferences.get();
        const request = { listId, mode, filter, fullRefreshHours, historyDays };
        return trackRefresh(connections.accountName(accountId), onProgress, (onProgress) =>
          lists.call('refreshList', request, { signal, onProgress }),
        );
      }),
  };
}
