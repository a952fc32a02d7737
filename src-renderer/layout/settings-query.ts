import { settingsKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/client.ts';

/** What is remembered for an account besides its list; it changes only here, so it is asked for once. */
export function settingsQuery(call: Call, accountId: string) {
  return {
    queryKey: settingsKey(accountId),
    queryFn: () => call('getAccountSettings', { accountId }),
    staleTime: Infinity,
    gcTime: Infinity,
  };
}
