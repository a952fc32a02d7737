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
  const { accountsFile, connections, work } = parts;
  return {
    addAccount: (request, { signal }) => connections.add(request, signal),
    addSampleData: () => connections.addSampleData(),
    showAccount: async ({ accountId }) => {
      await accountsFile.show(accountId);
      return null;
    },
    changeAccount: ({ accountId, ...look }, { signal }) =>
      work.run(accountId, signal, () => connections.changeLook(accountId, look)),
    removeAccount: async ({ accountId }, { signal }) => {
      await removeAccount(accountId, parts, signal);
      return { shownAccountId: accountsFile.shownAccountId() };
    },
    connect: (request, { signal }) =>
      work.run(request.accountId, signal, (signal) => connections.connect(request, signal)),
    testConnection: async ({ accountId }, { signal }) => {
      await work.run(accountId, signal, (signal) => connections.test(accountId, signal));
      return null;
    },
    removeKey: ({ accountId }, { signal }) =>
      work.run(accountId, signal, (signal) => connections.removeKey(accountId, signal)),
  };
}
