import { queryOptions } from '@tanstack/react-query';
import type { ListTenantsRequest } from '../../src-shared/list-tenants.ts';
import type { PageSize } from '../../src-shared/tenant-fields.ts';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** How long rows stay in the cache after they have left the window, in milliseconds. It bounds the memory in use. */
const cacheTime = 15_000;

interface Rows extends Pick<ListTenantsRequest, 'filter' | 'sort'> {
  /** The position of the first row, from 0. */
  offset: number;
  limit: PageSize;
  /** In milliseconds. Nothing is read if the query is canceled within this time. */
  delay: number;
}

/** Rows of the saved list by their position. */
export function rowsQuery(
  call: Call,
  key: AccountKey,
  { filter, sort, offset, limit, delay }: Rows,
) {
  const request = {
    ...{ ...listOf(key), filter, paging: { limit, offset }, ...(sort && { sort }) },
    source: 'saved' as const,
  };
  return queryOptions({
    queryKey: [...savedKey(key), 'rows', request],
    // TanStack Query cancels only queries that have read their signal, so the signal is read before the delay.
    queryFn: async ({ signal }) => {
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      return call('listTenants', request, { signal });
    },
    staleTime: Infinity,
    gcTime: cacheTime,
  });
}
