import type { Sandbox } from '../../sandbox/server.ts';
import { listsByName } from '../../src-main/accounts/account-list.ts';
import { outlineBackup } from '../../src-main/backup/outline-backup.ts';
import { EtelecomClient } from '../../src-main/etelecom/client.ts';
import { recordsOf } from '../../src-main/list-ids.ts';
import type { FetchPage } from '../../src-main/lists/calls.ts';
import { OpenedAnnotations } from '../../src-main/list-worker/opened-annotations.ts';
import { openRecordLists } from '../../src-main/list-worker/open-record-lists.ts';
import { createWorkerHandlers } from '../../src-main/list-worker/worker-handlers.ts';
import { loadSettings } from '../../src-main/load-settings.ts';
import { openAnnotations } from '../../src-main/store/annotations/open-annotations.ts';
import { createTranslations } from '../../src-main/translations.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
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
  const fetchPage: FetchPage = async ({ listId, ...query }, signal, onRetry) => {
    if (server === undefined) throw new Error('There is no server');
    const records = recordsOf(listId);
    return client.fetchPage(server, { ...query, records }, signal, onRetry);
  };
  const annotations = new OpenedAnnotations({
    open: () => openAnnotations(folder, { now: clock }),
    onUnexpected: fail,
  });
  const savedLists = openRecordLists({
    ...{ dataFolder: folder, fetchPage, now: clock, onUnexpected: fail },
    annotationsOf: (id) => annotations.ofList(id),
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
    lists: (records?: RecordKind) => listsByName(settings.accountsFile.all(), records),
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
      for (const lists of Object.values(savedLists)) lists.close();
      annotations.close();
    },
  };
}

export type OpenedData = Awaited<ReturnType<typeof openData>>;
