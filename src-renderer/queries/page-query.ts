import { queryOptions } from '@tanstack/react-query';
import type { ListTenantsRequest } from '../../src-shared/list-tenants.ts';
import type { Retry } from '../../src-shared/retry.ts';
import { listOf, liveKey, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';
import { startupStaleTime } from './query-client.ts';

/**
 * A page of the saved list, or of the server's list.
 *
 * @param onRetry called when the app waits to repeat a request to the server.
 */
export function pageQuery(
  call: Call,
  key: AccountKey,
  { source, filter, sort, paging }: Omit<ListTenantsRequest, 'accountId' | 'records'>,
  onRetry?: (retry: Retry) => void,
) {
  const request = { ...listOf(key), source, filter, paging, ...(sort && { sort }) };
  return queryOptions({
    queryKey: [...(source === 'saved' ? savedKey(key) : liveKey(key)), 'page', request],
    queryFn: ({ signal }) =>
      call('listTenants', request, {
        signal,
        onProgress: (_rows, _ofRows, retry) => {
          if (retry !== undefined) onRetry?.(retry);
        },
      }),
    // The live list has to be up to date.
    staleTime: source === 'saved' ? startupStaleTime : 0,
  });
}
