import { queryOptions } from '@tanstack/react-query';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { listOf, savedKey, type AccountKey } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** The saved details of a tenant: what the server sent, and what the refreshes found. */
export function tenantQuery(call: Call, key: AccountKey, tenant: ListRecord) {
  const { accountId = key.accountId, id: tenantId } = tenant;
  const request = { ...listOf({ ...key, accountId }), tenantId };
  return queryOptions({
    queryKey: [...savedKey(key), 'tenant', request],
    queryFn: ({ signal }) => call('getTenant', request, { signal }),
  });
}
