import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { channels, type RequestOf } from '../../src-shared/channels.ts';
import type { TenantPage } from '../../src-shared/list-tenants.ts';
import { SessionErrors } from '../../src-main/about/session-errors.ts';
import { AccountsFile } from '../../src-main/accounts/accounts-file.ts';
import { Connections } from '../../src-main/accounts/connections.ts';
import { EtelecomClient } from '../../src-main/etelecom/client.ts';
import { Exports } from '../../src-main/export/exports.ts';
import { createHandlers } from '../../src-main/handlers.ts';
import type { WorkerSettings } from '../../src-main/list-worker/calls.ts';
import { ListWorker } from '../../src-main/list-worker/list-worker.ts';
import { workerLimits } from '../../src-main/list-worker/limits.ts';
import { AccountSettingsFile } from '../../src-main/preferences/account-settings-file.ts';
import { PreferencesFile } from '../../src-main/preferences/preferences-file.ts';
import type { SandboxProcess } from './sandbox-process.ts';

const entry = new URL('../../src-main/list-worker/worker.ts', import.meta.url);
const signal = new AbortController().signal;

/** Starts the main process's services and the worker without Electron. */
export async function startApp({ baseUrl, apiKey }: SandboxProcess) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const workerData: WorkerSettings = { dataFolder: folder, version: 'bench' };
  const lists = new ListWorker({
    start: () => new Worker(entry, { workerData, resourceLimits: workerLimits }),
    fetch,
    log: console.error,
  });
  const accountsFile = new AccountsFile(folder, 'Sample data', () => undefined);
  await accountsFile.load();
  const notAsked = () => Promise.reject(new Error('Not part of the benchmark'));
  const connections = new Connections({
    accountsFile,
    keychain: { read: notAsked, save: notAsked, remove: notAsked },
    parseBaseUrl: (typed) => typed,
    parseApiKey: (pasted) => pasted,
    test: () => Promise.resolve(),
    startSampleServer: notAsked,
    sampleName: () => 'Sample data',
    onListLeft: () => undefined,
  });
  const { accountId } = await connections.add(
    { name: 'Bench', baseUrl, apiKey, keyStorage: 'session' },
    signal,
  );
  const handlers = createHandlers({
    versions: { app: 'bench', electron: null, chromium: null, node: process.versions.node },
    system: '',
    locale: 'en',
    licenses: notAsked,
    storeSize: notAsked,
    sessionErrors: new SessionErrors(),
    onCommands: () => undefined,
    refreshSigns: { during: (_account, onProgress, run) => run(onProgress) },
    notices: [],
    preferences: new PreferencesFile(folder, {
      language: 'en',
      colorScheme: 'auto',
      refreshOnStart: false,
      refreshMinutes: 0,
      density: 'comfortable',
      zoomPercent: 100,
      showsOverview: false,
      timeZone: 'vietnam',
    }),
    accountsFile,
    defaultBaseUrl: baseUrl,
    accountSettings: new AccountSettingsFile(folder),
    onPreferences: () => undefined,
    connections,
    client: new EtelecomClient({ fetch }),
    lists,
    exports: new Exports({
      write: notAsked,
      count: notAsked,
      suggestName: () => '',
      chooseFile: notAsked,
      lastFolder: () => null,
      remember: notAsked,
      downloadsFolder: folder,
      showProgress: () => undefined,
      openFile: notAsked,
      showInFolder: () => undefined,
    }),
  });
  return {
    folder,
    refresh: (onProgress: (rows: number) => void = () => undefined) =>
      handlers.refreshList(
        { accountId, mode: 'whole', filter: {} },
        { signal, onProgress: onProgress },
      ),
    /** Reads one page from the server, not from the saved list. */
    listLive: () =>
      handlers.listTenants(
        { accountId, source: 'live', filter: {}, paging: { limit: 100 } },
        { signal, onProgress: () => undefined },
      ),
    status: () => handlers.getSavedList({ accountId }, { signal, onProgress: () => undefined }),
    /** Queries the saved list as over the bridge: clones and parses the request, clones the response. */
    list: async (query: SavedQuery): Promise<TenantPage> => {
      const asked = structuredClone({ accountId, source: 'saved', ...query });
      const request = channels.listTenants.request.parse(asked);
      const context = { signal, onProgress: () => undefined };
      return structuredClone(await handlers.listTenants(request, context));
    },
    async [Symbol.asyncDispose]() {
      await lists.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type SavedQuery = Pick<RequestOf<'listTenants'>, 'filter' | 'sort' | 'paging'>;
export type BenchApp = Awaited<ReturnType<typeof startApp>>;
