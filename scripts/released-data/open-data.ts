import type { Sandbox } from '../../sandbox/server.ts';
import { listsByName } from '../../src-main/accounts/account-list.ts';
import { outlineBackup } from '../../src-main/backup/outline-backup.ts';
import { EtelecomClient } from '../../src-main/etelecom/client.ts';
import type { FetchPage } from '../../src-main/lists/calls.ts';
import { OpenedAnnotations } from '../../src-main/list-worker/opened-annotations.ts';
import { OpenedLists } from '../../src-main/list-worker/opened-lists.ts';
import { createWorkerHandlers } from '../../src-main/list-worker/worker-handlers.ts';
import { loadSettings } from '../../src-main/load-settings.ts';
import { RefreshService } from '../../src-main/refresh/refresh-service.ts';
import { openAnnotations } from '../../src-main/store/annotations/open-annotations.ts';
import { openStore, replaceStore } from '../../src-main/store/tenant-store.ts';
import { createTranslations } from '../../src-main/translations.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';

interface Options {
  /** What time it is for the app. */
  now: Date;
  version: string;
  /** The server of all accounts. Without one, nothing can be refreshed. */
  server?: Sandbox;
}

const context = { signal: new AbortController().signal, onProgress: () => undefined };

/**
 * Opens a data folder with the parts of the app, but in this thread and with a clock that can be set. Keys are not needed,
 * because all accounts have the given server.
 */
export async function openData(folder: string, { now: start, version, server }: Options) {
  let now = start;
  const clock = () => now;
  const fail = (error: unknown): never => {
    throw error;
  };
  const log = (event: string) => fail(new Error(event));
  const settings = await loadSettings(folder, {
    systemLanguage: 'en',
    sampleName: () => 'Sample data',
    onAccounts: () => undefined,
    log,
  });
  const client = new EtelecomClient({ fetch });
  const fetchPage: FetchPage = async ({ filter, sort, paging }, signal, onRetry) => {
    if (server === undefined) throw new Error('There is no server');
    const query = { filter, paging, ...(sort && { sort }) };
    return client.fetchPage(server, query, signal, onRetry);
  };
  const annotations = new OpenedAnnotations({
    open: () => openAnnotations(folder, { now: clock }),
    onUnexpected: fail,
  });
  const storeOptions = { now: clock, annotationsOf: (id: string) => annotations.ofList(id) };
  const savedLists = new OpenedLists({
    open: () => openStore(folder, storeOptions),
    setAside: () => replaceStore(folder, storeOptions),
    createRefreshService: (store) => new RefreshService(store, fetchPage, clock),
    onUnexpected: fail,
  });
  const handlers = createWorkerHandlers({
    ...{ savedLists, annotations, fetchPage, version, computerZone: null },
    partialFiles: { track: (_path, work) => work() },
    translations: createTranslations(),
    log,
  });
  return {
    settings,
    handlers,
    context,
    /** The saved lists of all accounts. */
    lists: () => listsByName(settings.accountsFile.all()),
    /** The codes of what was wrong with any file. */
    notices: async () =>
      [...settings.notices, ...(await handlers.getNotices(null, context))].map(({ code }) => code),
    /** Refreshes a list at a time. */
    refresh: async (listId: string, mode: 'quick' | 'whole', at: Date): Promise<RefreshRun> => {
      now = at;
      const hours = { fullRefreshHours: 168, historyDays: 400 } as const;
      return handlers.refreshList({ listId, mode, filter: {}, ...hours }, context);
    },
    /** Writes a backup file. */
    writeBackup: async (path: string): Promise<void> => {
      const outline = outlineBackup({ ...settings, versions: { app: version } }, now);
      await handlers.writeBackup({ path, outline }, context);
    },
    [Symbol.dispose]() {
      savedLists.close();
      annotations.close();
    },
  };
}

export type OpenedData = Awaited<ReturnType<typeof openData>>;
