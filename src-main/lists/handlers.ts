import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
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

/** Which lists a request is about. */
interface ListRequest {
  accountId: string;
  records?: RecordKind | undefined;
  filter?: Filter | undefined;
}

interface Parts {
  connections: Connections;
  work: AccountWork;
  client: EtelecomClient;
  lists: ListWorker;
}

/** Returns the handlers that read tenants: live from the server, or from the saved lists. */
export function createListHandlers({ connections, work, client, lists }: Parts): ListHandlers {
  const listsOf = ({ accountId, records, filter }: ListRequest) =>
    connections.savedLists(accountId, { records, among: filter?.accountIds });
  const listIdsOf = (request: ListRequest) => listsOf(request).map(({ listId }) => listId);
  /** Adds what is saved about live tenants. If the worker fails, returns them without it: live pages still work. */
  const addSavedValues = async (accountId: string, tenants: ListRecord[], signal: AbortSignal) => {
    const { listId } = connections.savedList(accountId);
    try {
      return await lists.call('addSavedValues', { listId, tenants }, { signal });
    } catch (error) {
      if (error instanceof AppError && error.code === 'worker_failed') return tenants;
      throw error;
    }
  };
  return {
    listTenants: async ({ accountId, records, source, ...query }, { signal, onProgress }) => {
      if (source === 'live') {
        return work.run(accountId, signal, async (signal) => {
          const credentials = await connections.credentials(accountId, signal);
          const onRetry = (retry: Retry) => onProgress(0, undefined, retry);
          const answer = await client.listTenants(credentials, query, signal, onRetry);
          const fetchedAt = new Date().toISOString();
          const tenants = await addSavedValues(accountId, answer.tenants, signal);
          return { ...answer, tenants, source, fetchedAt };
        });
      }
      const { filter } = query;
      const request = { listIds: listIdsOf({ accountId, records, filter }), ...query };
      const { listIds, tenants, ...page } = await lists.call('listTenants', request, { signal });
      if (accountId !== allAccounts) return { ...page, tenants, source };
      const accountIds = new Map(
        listsOf({ accountId, records }).map((list) => [list.listId, list.accountId]),
      );
      const tenantsWithAccount = tenants.map((tenant, at) => ({
        ...tenant,
        accountId: accountIds.get(listIds[at] ?? ''),
      }));
      return { ...page, tenants: tenantsWithAccount, source };
    },
    getSavedList: (request) => lists.call('getSavedList', { listIds: listIdsOf(request) }),
    matchValues: ({ matching, ...list }) =>
      lists.call('matchValues', { listIds: listIdsOf(list), matching }),
    getFacets: ({ accountId, records, filter, timeZone }) =>
      lists.call('getFacets', {
        listIds: listIdsOf({ accountId, records, filter }),
        lists: accountId === allAccounts ? listsOf({ accountId, records }) : [],
        filter,
        timeZone,
      }),
    getOverview: ({ accountId, records, filter, timeZone }) =>
      lists.call('getOverview', {
        lists: listsOf({ accountId, records, filter }),
        filter,
        timeZone,
      }),
    findSelected: ({ accountId, records, ...selected }, { signal }) =>
      lists.call(
        'findSelected',
        {
          lists: listsOf({ accountId, records, filter: selected.filter }),
          showsAllAccounts: accountId === allAccounts,
          ...selected,
        },
        { signal },
      ),
    getUnreadableRows: ({ accountId, records }) =>
      lists.call('getUnreadableRows', { listId: connections.savedList(accountId, records).listId }),
    getTenant: ({ accountId, records, tenantId }) =>
      lists.call('getTenant', {
        listId: connections.savedList(accountId, records).listId,
        tenantId,
      }),
  };
}
