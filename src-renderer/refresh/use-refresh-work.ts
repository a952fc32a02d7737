import { useQueryClient } from '@tanstack/react-query';
import { allAccounts } from '../../src-shared/choices.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import { savedOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Work } from './refresh-runner.ts';

export type RefreshOptions = Pick<RefreshRequest, 'records' | 'mode' | 'filter' | 'isAutomatic'>;

/**
 * Returns a function that creates the work of a refresh. When the refresh ends, even with an error, everything read from
 * the saved list is read again.
 */
export function useRefreshWork() {
  const call = useCall();
  const queryClient = useQueryClient();
  return (accountId: string, options: RefreshOptions): Work =>
    async (signal, onProgress) => {
      try {
        await call('refreshList', { accountId, ...options }, { signal, onProgress });
      } finally {
        await Promise.all(
          [accountId, allAccounts].map((each) =>
            queryClient.invalidateQueries({ queryKey: savedOf(each) }),
          ),
        );
      }
    };
}
