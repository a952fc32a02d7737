import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { AccountsFile } from './accounts-file.ts';
import { Connections, type AccountCredentials } from './connections.ts';

/** What outlives the app: the keychain, which can be made to fail, and what the app has said about lists. */
export interface Outside {
  entries: Map<string, string>;
  keychainFault: ErrorCode | null;
  leftLists: string[];
  /** Where sample data come from; nowhere unless told. */
  sampleServer?: AccountCredentials;
}

/** The app's connections as it starts on a data folder. The key `wrong` is the only one that no server accepts. */
export async function startConnections(folder: string, outside: Outside) {
  const accountsFile = new AccountsFile(folder, 'Sample data', () => undefined);
  const notice = await accountsFile.load();
  const orFail = () =>
    outside.keychainFault === null
      ? Promise.resolve()
      : Promise.reject(new AppError({ code: outside.keychainFault, message: '' }));
  const connections = new Connections({
    accountsFile,
    keychain: {
      read: async (accountId) => {
        await orFail();
        return outside.entries.get(accountId) ?? '';
      },
      save: async (accountId, apiKey) => {
        await orFail();
        outside.entries.set(accountId, apiKey);
      },
      remove: async (accountId) => {
        await orFail();
        outside.entries.delete(accountId);
      },
    },
    parseBaseUrl: (typed) => typed,
    parseApiKey: (pasted) => pasted.trim(),
    test: ({ apiKey }) =>
      apiKey === 'wrong'
        ? Promise.reject(new AppError({ code: 'wrong_key', message: '' }))
        : Promise.resolve(),
    startSampleServer: () =>
      Promise.resolve(
        outside.sampleServer ?? { baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'sample' },
      ),
    sampleName: () => 'Sample data',
    onListLeft: (listId) => outside.leftLists.push(listId),
  });
  return { connections, accountsFile, notice };
}
