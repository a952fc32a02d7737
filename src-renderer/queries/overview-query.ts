import { queryOptions } from '@tanstack/react-query';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The totals of a saved list, or of the tenants that match a filter. The last month is the current one, so the key contains the day. */
export function overviewQuery(
  call: Call,
  key: AccountKey,
  { filter, timeZone, today }: { filter: Filter; timeZone: TimeZone; today: string },
) {
  const request = { accountId: key.accountId, filter, timeZone };
  return queryOptions({
    queryKey: [...savedKey(key), 'overview', today, request],
    queryFn: ({ signal }) => call('getOverview', request, { signal }),
  });
}
