import { useQuery } from '@tanstack/react-query';
import type { AccountKey } from '../bridge/account-key.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { Call } from '../bridge/client.ts';
import { justNow } from '../query-client.ts';

/** How often the rows of the first run ever are looked for while they come. */
export const growingInterval = 1000;

/** What is saved of an account. */
export function savedListQuery(call: Call, key: AccountKey) {
  const { accountId } = key;
  return {
    queryKey: [...savedKey(key), 'status'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call('getSavedList', { accountId }, { signal }),
    staleTime: justNow,
  };
}

/** What is saved of the account; while its first run runs, asked for as it grows. */
export function useSavedList(key: AccountKey, isRefreshing: boolean) {
  const call = useCall();
  return useQuery({
    ...savedListQuery(call, key),
    refetchInterval: (query) =>
      isRefreshing && query.state.data?.state !== 'complete' ? growingInterval : false,
  });
}

export type SavedListQuery = ReturnType<typeof useSavedList>;
