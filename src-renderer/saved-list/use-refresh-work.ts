import { useQueryClient } from '@tanstack/react-query';
import { allAccounts } from '../../src-shared/choices.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import { savedOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Work } from './refreshes.ts';

export type Asked = Pick<RefreshRequest, 'mode' | 'filter'>;

/** What a refresh of an account does. Whatever its end, what is saved is read again. */
export function useRefreshWork() {
  const call = useCall();
  const queryClient = useQueryClient();
  return (accountId: string, { mode, filter }: Asked): Work =>
    async (signal, onProgress) => {
      try {
        await call('refreshList', { accountId, mode, filter }, { signal, onProgress });
      } finally {
        await Promise.all(
          [accountId, allAccounts].map((each) =>
            queryClient.invalidateQueries({ queryKey: savedOf(each) }),
          ),
        );
      }
    };
}
