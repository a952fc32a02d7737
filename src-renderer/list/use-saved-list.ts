import { useQuery } from '@tanstack/react-query';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { growingInterval } from '../queries/query-client.ts';
import { savedListQuery } from '../queries/saved-list-query.ts';
import { useIsRefreshing } from '../refresh/use-refresh.ts';

/** Returns the status of an account's saved list. It is updated while the first refresh fills the list. */
export function useSavedList(accountKey: AccountKey) {
  const call = useCall();
  const isRefreshing = useIsRefreshing(accountKey.accountId);
  return useQuery({
    ...savedListQuery(call, accountKey),
    refetchInterval: ({ state }) =>
      isRefreshing && state.data?.state !== 'complete' ? growingInterval : false,
  });
}

/** Returns whether a list was read, at least in part. @param status `undefined` if it is not known. */
export function wasRead(status: SavedListStatus | undefined): boolean {
  return status !== undefined && status.state !== 'none';
}

export type SavedListQuery = ReturnType<typeof useSavedList>;
