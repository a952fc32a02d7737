import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Retry } from '../../src-shared/retry.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { Connections } from '../accounts/connections.ts';
import type { EtelecomClient } from '../etelecom/client.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { ListWorker } from './list-worker.ts';

type ListHandlers = Pick<
  BridgeHandlers,
  | 'listTenants'
  | 'getSavedList'
  | 'matchValues'
  | 'getFacets'
  | 'getOverview'
  | 'getTenant'
  | 'findSelected'
  | 'getUnreadableRows'
>;

interface Parts {
  connections: Connections;
  work: AccountWork;
  client: EtelecomClient;
  lists: ListWorker;
}

/** Returns the handlers that read tenants: live from the server, or from the saved lists. */
export function createListHandlers({ connections, work, client, lists }: Parts): ListHandlers {
  const listIdsOf = (accountId: string, { accountIds }: Filter = {}) =>
    connections.savedLists(accountId, accountIds).map(({ listId }) => listId);
  /** Adds the user's annotations. If the worker fails, returns the tenants without them: live pages still work. */
  const addAnnotations = async (accountId: string, tenants: Tenant[], signal: AbortSignal) => {
    const { listId } = connections.savedList(accountId);
    try {
      return await lists.call('addAnnotations', { listId, tenants }, { signal });
    } catch (error) {
      if (error instanceof AppError && error.code === 'worker_failed') return tenants;
      throw error;
    }
  };
  return {
    listTenants: async ({ accountId, source, ...query }, { signal, onProgress }) => {
      if (source === 'live') {
        return work.run(accountId, signal, async (signal) => {
          const credentials = await connections.credentials(accountId, signal);
          const onRetry = (retry: Retry) => onProgress(0, undefined, retry);
          const answer = await client.listTenants(credentials, query, signal, onRetry);
          const fetchedAt = new Date().toISOString();
          const tenants = await addAnnotations(accountId, answer.tenants, signal);
          return { ...answer, tenants, source, fetchedAt };
        });
      }
      const request = { listIds: listIdsOf(accountId, query.filter), ...query };
      const { listIds, tenants, ...page } = await lists.call('listTenants', request, { signal });
      if (accountId !== allAccounts) return { ...page, tenants, source };
      const accountIds = new Map(
        connections.savedLists(allAccounts).map((list) => [list.listId, list.accountId]),
      );
      const tenantsWithAccount = tenants.map((tenant, at) => ({
        ...tenant,
        accountId: accountIds.get(listIds[at] ?? ''),
      }));
      return { ...page, tenants: tenantsWithAccount, source };
    },
    getSavedList: ({ accountId }) => lists.call('getSavedList', { listIds: listIdsOf(accountId) }),
    matchValues: ({ accountId, matching }) =>
      lists.call('matchValues', { listIds: listIdsOf(accountId), matching }),
    getFacets: ({ accountId, filter, timeZone }) =>
      lists.call('getFacets', {
        listIds: listIdsOf(accountId, filter),
        lists: accountId === allAccounts ? connections.savedLists(allAccounts) : [],
        filter,
        timeZone,
      }),
    getOverview: ({ accountId, filter, timeZone }) =>
      lists.call('getOverview', {
        lists: connections.savedLists(accountId, filter.accountIds),
        filter,
        timeZone,
      }),
    findSelected: ({ accountId, ...selected }, { signal }) =>
      lists.call(
        'findSelected',
        {
          lists: connections.savedLists(accountId, selected.filter.accountIds),
          showsAllAccounts: accountId === allAccounts,
          ...selected,
        },
        { signal },
      ),
    getUnreadableRows: ({ accountId }) =>
      lists.call('getUnreadableRows', { listId: connections.savedList(accountId).listId }),
    getTenant: ({ accountId, tenantId }) =>
      lists.call('getTenant', { listId: connections.savedList(accountId).listId, tenantId }),
  };
}
