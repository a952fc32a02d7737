import { useQuery } from '@tanstack/react-query';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { growingInterval } from '../queries/query-client.ts';
import { savedListStatusQuery } from '../queries/saved-list-status-query.ts';
import { useIsRefreshing } from '../refresh/use-refresh.ts';

/** Returns the status of an account's saved list. It is updated while the first refresh fills the list. */
export function useSavedList(accountKey: AccountKey) {
  const call = useCall();
  const isRefreshing = useIsRefreshing(accountKey.accountId);
  return useQuery({
    ...savedListStatusQuery(call, accountKey),
    refetchInterval: ({ state }) =>
      isRefreshing && state.data?.state !== 'complete' ? growingInterval : false,
  });
}

export type SavedListQuery = ReturnType<typeof useSavedList>;
