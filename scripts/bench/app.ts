import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channels, type RequestOf } from '../../src-shared/channels.ts';
import { unmanaged } from '../../src-shared/managed-settings.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { TenantPage } from '../../src-shared/list-tenants.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import { AllowedServers } from '../../src-main/accounts/allowed-servers.ts';
import { AccountKeys } from '../../src-main/accounts/account-keys.ts';
import { AccountWork } from '../../src-main/accounts/account-work.ts';
import { AccountsFile } from '../../src-main/accounts/accounts-file.ts';
import { Connections } from '../../src-main/accounts/connections.ts';
import { EtelecomClient } from '../../src-main/etelecom/client.ts';
import { createAnnotationHandlers } from '../../src-main/lists/annotation-handlers.ts';
import { createListHandlers } from '../../src-main/lists/handlers.ts';
import { createFetchPage } from '../../src-main/lists/create-fetch-page.ts';
import { ListWorker, startWorker } from '../../src-main/lists/list-worker.ts';
import { defaultPreferences } from '../../src-main/preferences/default-preferences.ts';
import { createRefreshHandlers } from '../../src-main/refresh/handlers.ts';
import { httpFetch } from '../http-fetch.ts';
import type { SandboxProcess } from './sandbox-process.ts';

const entry = new URL('../../src-main/list-worker/worker.ts', import.meta.url);
const signal = new AbortController().signal;

/** Starts the main process's services and the worker without Electron. */
export async function startApp({ baseUrl, apiKey }: SandboxProcess) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const client = new EtelecomClient({ fetch: httpFetch });
  const lists: ListWorker = new ListWorker({
    start: () => startWorker(entry, { dataFolder: folder, version: 'bench', computerZone: null }),
    fetchPage: createFetchPage(client, () => connections),
    writeLog: console.error,
  });
  const accountsFile = new AccountsFile(folder, 'Sample data', () => undefined);
  await accountsFile.load();
  const notAsked = () => Promise.reject(new Error('Not part of the benchmark'));
  const keychain = { read: notAsked, save: notAsked, remove: notAsked };
  const connections = new Connections({
    accountsFile,
    keys: new AccountKeys(accountsFile, keychain),
    client: { test: () => Promise.resolve() },
    startSampleServer: notAsked,
    sampleName: () => 'Sample data',
    removeList: notAsked,
    allowed: new AllowedServers(unmanaged),
    log: console.error,
  });
  const { accountId } = await connections.add(
    { name: 'Bench', baseUrl, apiKey, keyStorage: 'session' },
    signal,
  );
  const work = new AccountWork(accountsFile);
  const handlers = {
    ...createListHandlers({ connections, client, lists, work }),
    ...createAnnotationHandlers({ connections, lists, work }),
    ...createRefreshHandlers({
      preferences: { get: () => defaultPreferences('en') },
      connections,
      lists,
      work,
      log: console.error,
      trackRefresh: (_tracked, onProgress, refresh) => refresh(onProgress),
    }),
  };
  return {
    folder,
    refresh: (mode: RefreshRequest['mode'] = 'whole') =>
      handlers.refreshList(
        { accountId, mode, filter: {} },
        { signal, onProgress: () => undefined },
      ),
    /** Reads one page from the server, not from the saved list. */
    listLive: () =>
      handlers.listTenants(
        { accountId, source: 'live', filter: {}, paging: { limit: 100 } },
        { signal, onProgress: () => undefined },
      ),
    status: (records?: RecordKind) =>
      handlers.getSavedList({ accountId, records }, { signal, onProgress: () => undefined }),
    /** Queries the saved list as over the bridge: clones and parses the request, clones the response. */
    list: async (query: SavedQuery): Promise<TenantPage> => {
      const asked = structuredClone({ accountId, source: 'saved', ...query });
      const request = channels.listTenants.request.parse(asked);
      const context = { signal, onProgress: () => undefined };
      return structuredClone(await handlers.listTenants(request, context));
    },
    annotate: (request: Omit<RequestOf<'annotateTenants'>, 'accountId'>) =>
      handlers.annotateTenants({ accountId, ...request }, { signal, onProgress: () => undefined }),
    nameOwner: (owner: { ownerId: string; name: string }) =>
      handlers.nameOwner({ accountId, ...owner }, { signal, onProgress: () => undefined }),
    async [Symbol.asyncDispose]() {
      await lists.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type SavedQuery = Pick<RequestOf<'listTenants'>, 'records' | 'filter' | 'sort' | 'paging'>;
export type BenchApp = Awaited<ReturnType<typeof startApp>>;
