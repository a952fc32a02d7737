import type { Retry } from '../../src-shared/retry.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { OnProgress } from '../rpc/calls.ts';
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
    addAccount: (request, { signal, onProgress }) =>
      connections.add(request, signal, reportTo(onProgress)),
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
    connect: (request, { signal, onProgress }) =>
      work.run(request.accountId, signal, (signal) =>
        connections.connect(request, signal, reportTo(onProgress)),
      ),
    testConnection: async ({ accountId }, { signal, onProgress }) => {
      await work.run(accountId, signal, (signal) =>
        connections.test(accountId, signal, reportTo(onProgress)),
      );
      return null;
    },
    removeKey: ({ accountId }, { signal }) =>
      work.run(accountId, signal, (signal) => connections.removeKey(accountId, signal)),
  };
}

/** Returns a function that reports why a call waits. */
function reportTo(onProgress: OnProgress) {
  return (retry: Retry) => onProgress(0, undefined, retry);
}
