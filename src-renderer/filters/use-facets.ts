import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Facets } from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';

/**
 * What the saved list can be filtered by, with counts.
 *
 * @param isWanted only while it is looked at: counting takes the store's time from the rows themselves.
 */
export function useFacets(key: AccountKey, filter: Filter, isWanted: boolean): Facets | undefined {
  const call = useCall();
  const { accountId } = key;
  const { data } = useQuery({
    queryKey: [...savedKey(key), 'facets', filter],
    queryFn: ({ signal }) => call('getFacets', { accountId, filter }, { signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return data;
}
