import { useQuery } from '@tanstack/react-query';
import type { AccountKey } from '../bridge/account-key.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';

/** How often the rows of the first walk ever are looked for while they come. */
export const growingInterval = 1000;

/** What is saved of the account; while its first walk runs, asked for as it grows. */
export function useSavedList(key: AccountKey, isRefreshing: boolean) {
  const call = useCall();
  const { accountId } = key;
  return useQuery({
    queryKey: [...savedKey(key), 'status'],
    queryFn: ({ signal }) => call('getSavedList', { accountId }, { signal }),
    refetchInterval: (query) =>
      isRefreshing && query.state.data?.state !== 'complete' ? growingInterval : false,
  });
}
