import { queryOptions } from '@tanstack/react-query';
import type { Clock } from '../../src-shared/time-zone.ts';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/client.ts';

/**
 * Returns the query for the overview of a saved list.
 *
 * @param clock the clock on which months begin and end. The main process takes it from the saved preferences.
 */
export function overviewQuery(call: Call, key: AccountKey, clock: Clock) {
  const { accountId } = key;
  return queryOptions({
    queryKey: [...savedKey(key), 'overview', clock.name],
    queryFn: ({ signal }) => call('getOverview', { accountId }, { signal }),
    meta: { dependsOnTimeZone: true },
  });
}
