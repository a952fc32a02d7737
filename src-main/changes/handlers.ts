import { allAccounts } from '../../src-shared/choices.ts';
import type { Connections } from '../accounts/connections.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { setSeen } from './set-seen.ts';
import type { ShownChanges } from './shown-changes.ts';

interface Parts {
  connections: Connections;
  lists: ListWorker;
  shownChanges: ShownChanges;
}

/** Returns the handlers that tell what has changed in saved lists, and which changes the user has seen. */
export function createChangesHandlers({
  connections,
  lists,
  shownChanges,
}: Parts): Pick<BridgeHandlers, 'getChanges' | 'getUnseen' | 'setSeen' | 'setShownChanges'> {
  return {
    getChanges: async ({ accountId, records, since }) => {
      const savedLists = connections.savedLists(accountId, { records });
      const changes = await lists.call('getChanges', { lists: savedLists, since });
      return { ...changes, shown: changes.shown.map((mark) => ({ ...mark, records })) };
    },
    getUnseen: async ({ records }) => {
      const savedLists = connections.savedLists(allAccounts, { records });
      const listIds = savedLists.map(({ listId }) => listId);
      const counts = await lists.call('countUnseen', { listIds });
      return savedLists.map(({ accountId }, at) => ({ accountId, changes: counts[at] ?? 0 }));
    },
    setSeen: ({ marks }) => setSeen({ connections, lists }, marks),
    setShownChanges: ({ marks }) => {
      shownChanges.set(marks);
      return null;
    },
  };
}
