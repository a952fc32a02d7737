import { AppError } from '../../src-shared/errors.ts';
import { lacksCall } from '../../src-shared/lacks-call.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RefreshRequest, RefreshRun } from '../../src-shared/saved-list.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { Connections } from '../accounts/connections.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { Log } from '../log/log.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { CallContext, OnProgress } from '../rpc/calls.ts';

/** What is refreshed, for the progress and the result outside the window. */
export interface TrackedRefresh {
  accountName: string;
  records: RecordKind;
}

export interface RefreshParts {
  preferences: Pick<PreferencesFile, 'get'>;
  connections: Connections;
  work: AccountWork;
  lists: ListWorker;
  log: Log;
  /** Runs `refresh` and shows its progress and result outside the window. */
  trackRefresh: (
    tracked: TrackedRefresh,
    onProgress: OnProgress,
    refresh: (onProgress: OnProgress) => Promise<RefreshRun>,
  ) => Promise<RefreshRun>;
}

/**
 * Refreshes the saved tenants of an account, and its hotlines if the tenants were read in full. Hotlines that cannot be
 * read do not make the refresh fail: their list says why. If the request is for hotlines, reads only these, all pages.
 *
 * @returns the run that has read the tenants, or the hotlines if the request is for them.
 * @throws AppError like `RefreshService.run`; `not_connected`, `keychain_*` and others of `Connections.credentials`.
 */
export function refreshList(
  { accountId, records = 'tenants', mode, filter }: RefreshRequest,
  { signal, onProgress }: CallContext,
  parts: RefreshParts,
): Promise<RefreshRun> {
  const { preferences, connections, work, lists, trackRefresh } = parts;
  return work.run(accountId, signal, async (signal) => {
    const { listId } = connections.savedList(accountId, records);
    // Without a key, fail before a new run discards the pages of an interrupted run.
    await connections.credentialsOfList(listId, signal);
    const { fullRefreshHours, historyDays } = preferences.get();
    const tracked = { accountName: connections.accountName(accountId), records };
    return trackRefresh(tracked, onProgress, async (onProgress) => {
      const options = { signal, onProgress };
      const settings = { listId, fullRefreshHours, historyDays };
      if (records === 'hotlines') {
        const all = mode === 'resume' ? mode : 'whole';
        return lists.call('refreshList', { ...settings, mode: all, filter: {} }, options);
      }
      const run = await lists.call('refreshList', { ...settings, mode, filter }, options);
      // The rows of another list would be taken for tenants.
      const onHotlines: OnProgress = (_rows, _ofRows, retry) => {
        if (retry !== undefined) onProgress(run.rows, run.rows, retry);
      };
      await refreshHotlines(run, accountId, { signal, onProgress: onHotlines }, parts);
      return run;
    });
  });
}

/** Never rejects. */
async function refreshHotlines(
  run: RefreshRun,
  accountId: string,
  options: CallContext,
  { preferences, connections, lists, log }: RefreshParts,
): Promise<void> {
  const { listId } = connections.savedList(accountId, 'hotlines');
  const { fullRefreshHours, historyDays } = preferences.get();
  const request = { listId, mode: 'resume', filter: {}, fullRefreshHours, historyDays } as const;
  try {
    if (run.kind !== 'full' && !(await isMissing(listId, lists))) return;
    await lists.call('refreshList', request, options);
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal';
    if (code !== 'canceled' && !lacksCall(code)) log('hotlinesNotRead', { error });
  }
}

/** Returns whether a list was never read in full, or not the last time, although the server offers it. */
async function isMissing(listId: string, lists: ListWorker): Promise<boolean> {
  const { state, failure } = await lists.call('getSavedList', { listIds: [listId] });
  return failure === null ? state !== 'complete' : !lacksCall(failure);
}
