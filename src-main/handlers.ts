import type { AppError } from '../src-shared/errors.ts';
import type { Preferences } from '../src-shared/preferences.ts';
import type { Connections } from './accounts/connections.ts';
import type { Handlers } from './electron/ipc.ts';
import type { EtelecomClient } from './etelecom/client.ts';
import type { Exports } from './export/exports.ts';
import type { PreferencesFile } from './preferences/preferences-file.ts';

export interface Services {
  version: string;
  notices: readonly AppError[];
  preferences: PreferencesFile;
  onPreferences: (preferences: Preferences) => void;
  connections: Connections;
  client: EtelecomClient;
  exports: Exports;
}

/** Which service answers which channel. */
export function createHandlers(services: Services): Handlers {
  const { connections, client, exports, preferences } = services;
  return {
    loadApp: async () => ({
      version: services.version,
      preferences: preferences.get(),
      accounts: await connections.accounts(),
      notices: services.notices.map((notice) => notice.toFields()),
    }),
    savePreferences: async (chosen) => {
      await preferences.save(chosen);
      services.onPreferences(chosen);
      return null;
    },
    connect: (request, { signal }) => connections.connect(request, signal),
    connectSampleData: ({ accountId }) => connections.connectSampleData(accountId),
    testConnection: async ({ accountId }, { signal }) => {
      await connections.test(accountId, signal);
      return null;
    },
    forgetConnection: async ({ accountId }) => {
      await connections.forget(accountId);
      return null;
    },
    listTenants: async ({ accountId, source, ...query }, { signal }) => {
      const answer = await client.listTenants(
        await connections.credentials(accountId),
        query,
        signal,
      );
      return { ...answer, source, fetchedAt: new Date().toISOString() };
    },
    exportTenants: (request, { signal, reportRows }) => exports.run(request, signal, reportRows),
    showExport: ({ exportId }) => {
      exports.show(exportId);
      return null;
    },
  };
}
