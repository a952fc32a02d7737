import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AllowedServers } from '../../src-main/accounts/allowed-servers.ts';
import { AccountKeys } from '../../src-main/accounts/account-keys.ts';
import { AccountsFile } from '../../src-main/accounts/accounts-file.ts';
import { Connections } from '../../src-main/accounts/connections.ts';
import { EtelecomClient } from '../../src-main/etelecom/client.ts';
import { removeTemporaryFiles } from '../../src-main/files/temporary-file.ts';
import { createFetchPage } from '../../src-main/lists/create-fetch-page.ts';
import { ListWorker, startWorker } from '../../src-main/lists/list-worker.ts';
import { AccountSettingsFile } from '../../src-main/preferences/account-settings-file.ts';
import { defaultPreferences } from '../../src-main/preferences/default-preferences.ts';
import { PreferencesFile } from '../../src-main/preferences/preferences-file.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import { unmanaged } from '../../src-shared/managed-settings.ts';
import { httpFetch } from '../http-fetch.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

const entry = new URL('../../src-main/list-worker/worker.ts', import.meta.url);
const signal = new AbortController().signal;

/** Where the app of a soak test keeps its files, and which server it is connected to. */
export interface AppSettings {
  folder: string;
  baseUrl: string;
  apiKey: string;
}

/** Starts the main process's parts and the worker without Electron, as `src-main/index.ts` does. */
export async function startApp({ folder, ...credentials }: AppSettings) {
  const dataFolder = join(folder, 'data');
  const exportFolder = join(folder, 'exports');
  await mkdir(exportFolder, { recursive: true });
  await removeTemporaryFiles(dataFolder);
  const preferences = new PreferencesFile(dataFolder, defaultPreferences('en'));
  const accountsFile = new AccountsFile(dataFolder, 'Sample data', () => undefined);
  const accountSettings = new AccountSettingsFile(dataFolder);
  const notices = [
    await preferences.load(),
    await accountsFile.load(),
    await accountSettings.load(),
  ].flatMap((notice) => notice ?? []);
  const client = new EtelecomClient({ fetch: httpFetch, firstRetryDelay: 5, timeout: 5_000 });
  const lists: ListWorker = new ListWorker({
    start: () => startWorker(entry, { dataFolder, version: 'soak', computerZone: null }),
    fetchPage: createFetchPage(client, () => connections),
    writeLog: console.error,
  });
  const notAsked = () => Promise.reject(new Error('Not part of the soak test'));
  const connections = new Connections({
    accountsFile,
    keys: new AccountKeys(accountsFile, { read: notAsked, save: notAsked, remove: notAsked }),
    client,
    startSampleServer: notAsked,
    sampleName: () => 'Sample data',
    removeList: (listId) => lists.call('removeList', { listId }),
    allowed: new AllowedServers(unmanaged),
    log: console.error,
  });

  // A key for one session is lost with the process, so the account is connected again.
  const known = accountsFile.all().find(({ kind }) => kind === 'partner');
  const request = { ...credentials, keyStorage: 'session' } as const;
  const { accountId } =
    known === undefined
      ? await connections.add({ ...request, name: 'Soak' }, signal)
      : await connections.connect({ ...request, accountId: known.accountId }, signal);
  const list = () => connections.savedList(accountId);
  const status = () => lists.call('getSavedList', { listIds: [list().listId] });

  return {
    accountId,
    exportFolder,
    dataFolder,
    /** Problems that were found at the start: settings and a database that could not be read. */
    notices: async () => [...notices, ...(await lists.call('getNotices', null))],
    preferences,
    accountsFile,
    accountSettings,
    connections,
    status,
    refresh: (onProgress: (rows: number) => void = () => undefined) =>
      lists.call(
        'refreshList',
        {
          ...{ listId: list().listId, mode: 'whole', filter: {} },
          ...{ fullRefreshHours: 24, historyDays: 400 },
        },
        { signal, onProgress },
      ),
    list: (filter: Filter, sort?: Sort[]) =>
      lists.call('listTenants', {
        listIds: [list().listId],
        filter,
        ...(sort && { sort }),
        paging: { limit: 100 },
      }),
    facets: (filter: Filter) =>
      lists.call('getFacets', {
        ...{ listIds: [list().listId], lists: [], filter, timeZone: 'vietnam' },
      }),
    readAll: async (): Promise<ListRecord[]> => {
      const tenants: ListRecord[] = [];
      const { listId } = list();
      for (let after: string | null = null, isFirst = true; isFirst || after !== null;) {
        const paging = { limit: 500, ...(after !== null && { after }) } as const;
        const page: { tenants: ListRecord[]; paging: { next: string | null } } = await lists.call(
          'listTenants',
          { listIds: [listId], filter: {}, paging },
        );
        tenants.push(...page.tenants);
        after = page.paging.next;
        isFirst = false;
      }
      return tenants;
    },
    writeExport: (name: string, format: ExportOptions['format']) =>
      lists.call('writeExport', {
        lists: [list()],
        showsAllAccounts: false,
        path: join(exportFolder, `${name}.${format}`),
        fallbackFolder: exportFolder,
        scope: { kind: 'all', source: 'saved', filter: {} },
        options: { ...defaultExportOptions, format },
        language: 'en',
        timeZone: 'vietnam',
      }),
    close: () => lists.close(),
  };
}

export type SoakApp = Awaited<ReturnType<typeof startApp>>;
