import type { AnnotateTenantsCall } from '../lists/calls.ts';
import { isKeyWithoutId, tenantKey } from '../../src-shared/tenant-key.ts';
import { accountAdder } from '../export/row-completers.ts';
import { handleOtherCalls } from '../rpc/handle-other-calls.ts';
import type { RecordStore } from '../store/record-store.ts';

/**
 * Finds the tenants that a request to annotate is about. Tenants without an id are left out, because several can have the
 * same values. Other calls are handled meanwhile.
 *
 * @throws AppError from the saved lists, if the request selects by a filter; `canceled`.
 */
export async function findTenants(
  store: RecordStore,
  { lists, showsAllAccounts, tenants }: Omit<AnnotateTenantsCall, 'change'>,
  signal: AbortSignal,
): Promise<{ listId: string; tenantId: string }[]> {
  if ('keys' in tenants) {
    const listIds = new Map(
      lists.map(({ accountId, listId }) => [showsAllAccounts ? accountId : '', listId]),
    );
    return tenants.keys.flatMap((key) => {
      const end = key.indexOf(' ');
      const listId = listIds.get(key.slice(0, end));
      const tenantId = key.slice(end + 1);
      return listId === undefined || isKeyWithoutId(key) ? [] : [{ listId, tenantId }];
    });
  }
  const except = new Set(tenants.except);
  const withAccounts = accountAdder(lists, showsAllAccounts);
  const found: { listId: string; tenantId: string }[] = [];
  using snapshot = store.snapshot(lists.map(({ listId }) => listId));
  for (const listed of snapshot.tenants({ filter: tenants.filter })) {
    for (const [at, tenant] of withAccounts(listed).entries()) {
      const listId = listed.listIds[at] ?? '';
      if (tenant.id !== '' && !except.has(tenantKey(tenant))) {
        found.push({ listId, tenantId: tenant.id });
      }
    }
    await handleOtherCalls(signal);
  }
  return found;
}
