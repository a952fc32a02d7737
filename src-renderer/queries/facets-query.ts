import { queryOptions } from '@tanstack/react-query';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The values a saved list can be filtered by, with their counts. Periods end today, so the key contains the day. */
export function facetsQuery(
  call: Call,
  key: AccountKey,
  { filter, timeZone, today }: { filter: Filter; timeZone: TimeZone; today: string },
) {
  const request = { ...listOf(key), filter, timeZone };
  return queryOptions({
    queryKey: [...savedKey(key), 'facets', today, request],
    queryFn: ({ signal }) => call('getFacets', request, { signal }),
  });
}
