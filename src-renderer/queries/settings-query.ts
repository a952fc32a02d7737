import { queryOptions } from '@tanstack/react-query';
import { settingsKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The settings of an account. Only this window changes them, so they are read once. */
export function settingsQuery(call: Call, accountId: string) {
  return queryOptions({
    queryKey: settingsKey(accountId),
    queryFn: () => call('getAccountSettings', { accountId }),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}
