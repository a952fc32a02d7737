import { allAccounts } from '../../src-shared/choices.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { Connections } from '../accounts/connections.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { ListWorker } from './list-worker.ts';

type AnnotationHandlers = Pick<
  BridgeHandlers,
  | 'annotateTenants'
  | 'restoreAnnotations'
  | 'previewImport'
  | 'importAnnotations'
  | 'nameOwner'
  | 'getOwnerNames'
  | 'getTags'
>;

interface Parts {
  connections: Connections;
  work: AccountWork;
  lists: ListWorker;
}

/** Returns the handlers of the user's own stars, notes, tags and names of owners. */
export function createAnnotationHandlers({ connections, work, lists }: Parts): AnnotationHandlers {
  const listIdsOf = (accountId: string) =>
    connections.savedLists(accountId).map(({ listId }) => listId);
  return {
    annotateTenants: ({ accountId, tenants, change }, { signal }) =>
      work.run(accountId, signal, async (signal) => {
        const accountIds = 'filter' in tenants ? tenants.filter.accountIds : undefined;
        const request = {
          lists: connections.savedLists(accountId, { among: accountIds }),
          showsAllAccounts: accountId === allAccounts,
          ...{ tenants, change },
        };
        return { annotations: await lists.call('annotateTenants', request, { signal }) };
      }),
    restoreAnnotations: ({ annotations, ownerNames = [] }, { signal }) =>
      work.run(allAccounts, signal, () => {
        const withList = <Former extends { accountId: string }>({
          accountId,
          ...former
        }: Former) => ({
          listId: connections.savedList(accountId).listId,
          ...former,
        });
        return lists.call('restoreAnnotations', {
          annotations: annotations.map(withList),
          ownerNames: ownerNames.map(withList),
        });
      }),
    previewImport: ({ accountId, rows }, { signal }) =>
      lists.call('previewImport', { lists: connections.savedLists(accountId), rows }, { signal }),
    importAnnotations: ({ accountId, rows }, { signal }) =>
      work.run(accountId, signal, (signal) =>
        lists.call(
          'importAnnotations',
          { lists: connections.savedLists(accountId), rows },
          { signal },
        ),
      ),
    nameOwner: ({ accountId, ownerId, name }, { signal }) =>
      work.run(accountId, signal, () =>
        lists.call('nameOwner', { lists: connections.savedLists(accountId), ownerId, name }),
      ),
    getOwnerNames: ({ accountId }) =>
      lists.call('getOwnerNames', { listIds: listIdsOf(accountId) }),
    getTags: ({ accountId }) => lists.call('getTags', { listIds: listIdsOf(accountId) }),
  };
}
