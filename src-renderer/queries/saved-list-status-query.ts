import { queryOptions } from '@tanstack/react-query';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';
import { startupStaleTime } from './query-client.ts';

/** The status of an account's saved list. */
export function savedListStatusQuery(call: Call, key: AccountKey) {
  return queryOptions({
    queryKey: [...savedKey(key), 'status'],
    queryFn: ({ signal }) => call('getSavedList', listOf(key), { signal }),
    staleTime: startupStaleTime,
  });
}
