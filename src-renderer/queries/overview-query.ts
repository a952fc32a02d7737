import { partialMatchKey, queryOptions } from '@tanstack/react-query';
import type { Overview } from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/**
 * The totals of a saved list, or of the tenants that match a filter. The last month is the current one, so the key contains
 * the day.
 */
export function overviewQuery(
  call: Call,
  key: AccountKey,
  { filter, timeZone, today }: { filter: Filter; timeZone: TimeZone; today: string },
) {
  const request = { accountId: key.accountId, filter, timeZone };
  const zoneKey = [...savedKey(key), 'overview', timeZone];
  return queryOptions({
    queryKey: [...zoneKey, today, request],
    queryFn: ({ signal }) => call('getOverview', request, { signal }),
    // Until an overview arrives, the previous one is returned, but not one whose months are those of another zone.
    placeholderData: (previous: Overview | undefined, query) =>
      query && partialMatchKey(query.queryKey, zoneKey) ? previous : undefined,
  });
}
