import { useSyncExternalStore } from 'react';
import type { AccountKey } from '../bridge/account-key.ts';
import { useRefreshes } from './refreshes-context.ts';
import { useRefreshWork, type Asked } from './use-refresh-work.ts';

/** The refresh of one account's saved list; of all accounts, how their refresh in turn is doing. */
export function useRefresh({ accountId }: AccountKey) {
  const refreshes = useRefreshes();
  const workOf = useRefreshWork();
  const state = useSyncExternalStore(refreshes.subscribe, () => refreshes.state(accountId));
  return {
    state,
    /** With a filter, only those rows are read again, and no other is removed. */
    start: (mode: Asked['mode'], filter: Asked['filter'] = {}) =>
      void refreshes.start(accountId, workOf(accountId, { mode, filter })),
    cancel: () => refreshes.cancel(accountId),
  };
}

export type Refreshing = ReturnType<typeof useRefresh>;
