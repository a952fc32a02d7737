import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { pageSizes } from '../../src-shared/tenant-fields.ts';
import { savedKey, type AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { growingInterval } from '../saved-list/use-saved-list.ts';

/**
 * How many saved tenants match. A page says so, and what the store found for it is at hand for the next.
 *
 * @param isGrowing the saved list is being filled right now.
 */
export function useCount(key: AccountKey, filter: Filter, isGrowing: boolean) {
  const call = useCall();
  const { accountId } = key;
  const request = { accountId, source: 'saved', filter, paging: { limit: pageSizes[0] } } as const;
  return useQuery({
    queryKey: [...savedKey(key), 'count', filter],
    queryFn: async ({ signal }) => (await call('listTenants', request, { signal })).total ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: isGrowing && growingInterval,
  });
}
