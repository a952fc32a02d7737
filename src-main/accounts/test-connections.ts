import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { unmanaged, type ManagedSettings } from '../../src-shared/managed-settings.ts';
import type { Credentials } from '../etelecom/client.ts';
import { AccountKeys } from './account-keys.ts';
import { AccountsFile } from './accounts-file.ts';
import { AllowedServers } from './allowed-servers.ts';
import { Connections } from './connections.ts';

/** The state outside `Connections`, which survives a restart of the app. */
export interface Outside {
  /** The keychain's entries, by account. */
  entries: Map<string, string>;
  /** The error of every access to the keychain. */
  keychainFault: ErrorCode | null;
  /** The lists that were removed because an account's address changed. */
  leftLists: string[];
  /** The server of the sample data. The default is an address at which no server listens. */
  sampleServer?: Credentials;
  /** What the organization has set. The default is nothing. */
  managed?: Partial<ManagedSettings>;
}

/** Starts the app's connections on a data folder. The servers accept every key except `wrong`. */
export async function startConnections(folder: string, outside: Outside) {
  const accountsFile = new AccountsFile(folder, 'Sample data', () => undefined);
  const notice = await accountsFile.load();
  const orFail = () =>
    outside.keychainFault === null
      ? Promise.resolve()
      : Promise.reject(new AppError({ code: outside.keychainFault, message: '' }));
  const keychain = {
    read: async (accountId: string) => {
      await orFail();
      return outside.entries.get(accountId) ?? '';
    },
    save: async (accountId: string, secret: string) => {
      await orFail();
      const previous = outside.entries.get(accountId);
      outside.entries.set(accountId, secret);
      return async () => {
        await orFail();
        if (previous === undefined) outside.entries.delete(accountId);
        else outside.entries.set(accountId, previous);
      };
    },
    remove: async (accountId: string) => {
      await orFail();
      outside.entries.delete(accountId);
    },
  };
  const connections = new Connections({
    accountsFile,
    keys: new AccountKeys(accountsFile, keychain),
    client: {
      test: ({ apiKey }) =>
        apiKey === 'wrong'
          ? Promise.reject(new AppError({ code: 'wrong_key', message: '' }))
          : Promise.resolve(),
    },
    startSampleServer: () =>
      Promise.resolve(
        outside.sampleServer ?? { baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'sample' },
      ),
    sampleName: () => 'Sample data',
    removeList: (listId) => {
      outside.leftLists.push(listId);
      return Promise.resolve();
    },
    allowed: new AllowedServers({ ...unmanaged, ...outside.managed }),
    log: console.error,
  });
  return { connections, accountsFile, notice };
}
