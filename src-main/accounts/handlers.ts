import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { removeAccount } from './remove-account.ts';

type AccountHandlers = Pick<
  BridgeHandlers,
  | 'addAccount'
  | 'addSampleData'
  | 'showAccount'
  | 'changeAccount'
  | 'removeAccount'
  | 'connect'
  | 'testConnection'
  | 'removeKey'
>;

/** Returns the handlers for accounts, their keys and their connections. */
export function createAccountHandlers(parts: Parameters<typeof removeAccount>[1]): AccountHandlers {
  const { accountsFile, connections } = parts;
  return {
    addAccount: (request, { signal }) => connections.add(request, signal),
    addSampleData: () => connections.addSampleData(),
    showAccount: async ({ accountId }) => {
      await accountsFile.show(accountId);
      return null;
    },
    changeAccount: ({ accountId, ...look }) => connections.changeLook(accountId, look),
    removeAccount: async ({ accountId }) => {
      await removeAccount(accountId, parts);
      return null;
    },
    connect: (request, { signal }) => connections.connect(request, signal),
    testConnection: async ({ accountId }, { signal }) => {
      await connections.test(accountId, signal);
      return null;
    },
    removeKey: ({ accountId }) => connections.removeKey(accountId),
  };
}
