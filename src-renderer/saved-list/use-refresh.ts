import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { allAccountsKey, savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useRefreshes } from './refreshes-context.ts';

type Asked = Pick<RefreshRequest, 'mode' | 'filter'>;

/** The refresh of one account's saved list. Whatever its end, what is saved is read again. */
export function useRefresh(key: AccountKey) {
  const call = useCall();
  const queryClient = useQueryClient();
  const refreshes = useRefreshes();
  const { accountId } = key;
  const state = useSyncExternalStore(refreshes.subscribe, () => refreshes.state(accountId));
  return {
    state,
    /** With a filter, only those rows are read again, and no other is removed. */
    start: (mode: Asked['mode'], filter: Asked['filter'] = {}) =>
      refreshes.start(accountId, async (signal, onProgress) => {
        try {
          await call('refreshList', { accountId, mode, filter }, { signal, onProgress });
        } finally {
          await Promise.all(
            [key, allAccountsKey].map((each) =>
              queryClient.invalidateQueries({ queryKey: savedKey(each) }),
            ),
          );
        }
      }),
    cancel: () => refreshes.cancel(accountId),
    dismiss: () => refreshes.dismiss(accountId),
  };
}

export type Refreshing = ReturnType<typeof useRefresh>;
