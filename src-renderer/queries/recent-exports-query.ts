import { queryOptions } from '@tanstack/react-query';
import { recentExportsKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The last exports of an account, newest first. They change only with an export, which invalidates them. */
export function recentExportsQuery(call: Call, accountId: string) {
  return queryOptions({
    queryKey: recentExportsKey(accountId),
    queryFn: () => call('listRecentExports', { accountId }),
    staleTime: Infinity,
  });
}
