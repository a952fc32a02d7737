import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { refreshList, type RefreshParts } from './refresh-list.ts';

/** Returns the handler that refreshes a saved list. */
export function createRefreshHandlers(
  parts: RefreshParts,
): Pick<BridgeHandlers, 'refreshList' | 'decideShrunkList'> {
  const { connections, lists } = parts;
  return {
    decideShrunkList: ({ accountId, records, runId, use }) =>
      lists.call('decideShrunkList', {
        listId: connections.savedList(accountId, records).listId,
        runId,
        use,
      }),
    refreshList: (request, context) => refreshList(request, context, parts),
  };
}
