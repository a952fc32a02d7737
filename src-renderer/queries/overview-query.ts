import { queryOptions } from '@tanstack/react-query';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The totals of a saved list. */
export function overviewQuery(call: Call, key: AccountKey, timeZone: TimeZone) {
  const request = { accountId: key.accountId, timeZone };
  return queryOptions({
    queryKey: [...savedKey(key), 'overview', request],
    queryFn: ({ signal }) => call('getOverview', request, { signal }),
  });
}
