import { randomBytes } from 'node:crypto';
import { startSandbox } from '../sandbox/server.ts';
import type { About } from '../src-shared/about.ts';
import type { Language } from '../src-shared/preferences.ts';
import type { ComputerZone } from '../src-shared/time-zone.ts';
import { AccountKeys } from './accounts/account-keys.ts';
import { AccountWork } from './accounts/account-work.ts';
import { AllowedServers } from './accounts/allowed-servers.ts';
import { Connections } from './accounts/connections.ts';
import { EtelecomClient } from './etelecom/client.ts';
import type { Fetch } from './etelecom/transport.ts';
import { createExportService } from './export/create-export-service.ts';
import { UnfinishedExports } from './export/unfinished-exports.ts';
import { removeTemporaryFiles } from './files/temporary-file.ts';
import { Keychain, loadKeytar } from './keychain/keychain.ts';
import { createListCalls } from './lists/list-calls.ts';
import { createFetchPage } from './lists/create-fetch-page.ts';
import { ListWorker, startWorker } from './lists/list-worker.ts';
import { loadSettings } from './load-settings.ts';
import type { Log, LogEntry } from './log/log.ts';
import { createTranslations } from './translations.ts';

type ExportParts = Parameters<typeof createExportService>[0];

interface Parts extends Pick<
  ExportParts,
  'chooseFile' | 'showProgress' | 'openFile' | 'showInFolder' | 'downloadsFolder'
> {
  dataFolder: string;
  workerEntry: URL;
  versions: About['versions'];
  computerZone: ComputerZone | null;
  systemLanguage: Language;
  fetch: Fetch;
  /** Called after every saved change of the accounts. */
  onAccounts: () => void;
  writeLog: (entry: LogEntry) => void;
  log: Log;
}

/** The number of hotlines of the sample data. */
const sampleHotlines = 400;

export type Services = Awaited<ReturnType<typeof composeServices>>;

/** Composes the services that need no window. Both the app and its command line use them. */
export async function composeServices(parts: Parts) {
  const { dataFolder, workerEntry, versions, computerZone, systemLanguage, log } = parts;
  await removeTemporaryFiles(dataFolder);
  const translations = createTranslations();
  const settings = await loadSettings(dataFolder, {
    systemLanguage,
    sampleName: (language) => translations(language)('screens.connection.sampleData'),
    onAccounts: parts.onAccounts,
    log,
  });
  const { preferences, accountsFile, managed } = settings;
  const translate = () => translations(preferences.get().language);
  const client = new EtelecomClient({ fetch: parts.fetch });
  const lists: ListWorker = new ListWorker({
    start: () => startWorker(workerEntry, { dataFolder, version: versions.app, computerZone }),
    fetchPage: createFetchPage(client, () => connections),
    writeLog: parts.writeLog,
  });
  lists.open();
  const listCalls = createListCalls(lists);
  const keychain = new Keychain(loadKeytar);
  const connections = new Connections({
    accountsFile,
    keys: new AccountKeys(accountsFile, keychain),
    client,
    startSampleServer: () =>
      startSandbox({ apiKey: randomBytes(24).toString('hex'), hotlines: sampleHotlines }),
    sampleName: () => translate()('screens.connection.sampleData'),
    removeList: listCalls.removeList,
    allowed: new AllowedServers(managed),
    log,
  });
  const unfinishedExports = new UnfinishedExports();
  const services = {
    ...{ ...settings, ...listCalls, connections, client, lists, keychain, translate, translations },
    ...{ work: new AccountWork(accountsFile), unfinishedExports },
  };
  const exports = createExportService({
    ...{ ...parts, ...services },
    unfinished: unfinishedExports,
  });
  return { ...services, exports };
}
