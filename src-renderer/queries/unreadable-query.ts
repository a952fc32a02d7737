import { queryOptions } from '@tanstack/react-query';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The JSON of the rows that the last full refresh could not read. */
export function unreadableQuery(call: Call, key: AccountKey) {
  return queryOptions({
    queryKey: [...savedKey(key), 'unreadable'],
    queryFn: ({ signal }) => call('getUnreadableRows', listOf(key), { signal }),
  });
}
