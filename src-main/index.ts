import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../sandbox/server.ts';
import type { CommandName } from '../src-shared/commands.ts';
import { readComputerZone } from '../src-shared/time-zone.ts';
import { observeCalls } from './about/observe-calls.ts';
import { RecentErrors } from './about/recent-errors.ts';
import { readShippedLicenses } from './about/read-shipped-licenses.ts';
import { AccountKeys } from './accounts/account-keys.ts';
import { AccountWork } from './accounts/account-work.ts';
import { AllowedServers } from './accounts/allowed-servers.ts';
import { Connections } from './accounts/connections.ts';
import { RunningWork } from './app/running-work.ts';
import { appOrigin, appStartUrl, registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { AppMenu } from './electron/app-menu.ts';
import { endWithStartError } from './electron/end-with-error.ts';
import { Ipc } from './electron/ipc.ts';
import {
  applyUserDataDirSwitch,
  handleLifecycle,
  systemLanguage,
  whenReady,
} from './electron/lifecycle.ts';
import { applyColorScheme, MainWindow, openFile, showInFolder } from './electron/main-window.ts';
import { getNativeUpdater } from './electron/native-updater.ts';
import { createNetFetch } from './electron/net-fetch.ts';
import { createOptional } from './electron/optional.ts';
import { PageRecovery } from './electron/page-recovery.ts';
import { QuitGuard } from './electron/quit-guard.ts';
import { RefreshIndicator } from './electron/refresh-indicator.ts';
import { enableSandbox, restrictWebContents } from './electron/restrict-web-contents.ts';
import { SecondStart } from './electron/second-start.ts';
import { showDownloadPage } from './electron/show-download-page.ts';
import { handleUncaughtErrors } from './electron/uncaught-errors.ts';
import { BackupService } from './backup/backup-service.ts';
import { EtelecomClient } from './etelecom/client.ts';
import { createExportService } from './export/create-export-service.ts';
import { UnfinishedExports } from './export/unfinished-exports.ts';
import { removeKeptFiles } from './files/kept-files.ts';
import { readFileSize } from './files/read-file-size.ts';
import { removeTemporaryFiles } from './files/temporary-file.ts';
import { createHandlers } from './create-handlers.ts';
import { Keychain, loadKeytar } from './keychain/keychain.ts';
import { setSeen } from './changes/set-seen.ts';
import { ShownChanges } from './changes/shown-changes.ts';
import { createListCalls } from './lists/list-calls.ts';
import { ListWorker, startWorker } from './lists/list-worker.ts';
import { StoreCheck, startStoreCheck } from './lists/store-check.ts';
import { loadSettings } from './load-settings.ts';
import { openLogFile } from './log/log-file.ts';
import { toLogEntry, type Log } from './log/log.ts';
import { ProxyLogin } from './proxy/proxy-login.ts';
import { CallRunner } from './rpc/call-runner.ts';
import { readTable, startTableWorker, type NamedBytes } from './tables/read-table.ts';
import { createTranslations } from './translations.ts';
import { loadUpdateEngine } from './updates/load-update-engine.ts';
import { Updates } from './updates/updates.ts';

/** Returns the path of a file that is built next to this one. */
const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Composes the parts of the main process. */
async function start(): Promise<void> {
  const facts = { ...(await whenReady(optional)), computerZone: readComputerZone() };
  const { devServerUrl, computerZone } = facts;
  const pageOrigin = devServerUrl === undefined ? appOrigin : new URL(devServerUrl).origin;

  // Settings
  await removeTemporaryFiles(dataFolder);
  const translations = createTranslations();
  const settings = await loadSettings(dataFolder, {
    systemLanguage: systemLanguage(optional),
    sampleName: (language) => translations(language)('screens.connection.sampleData'),
    onAccounts: () => menu.update(),
    log,
  });
  const { preferences, accountsFile, windowFile, managed } = settings;
  const translate = () => translations(preferences.get().language);

  // Lists and accounts
  const proxyLogin = new ProxyLogin((question) => window.showProxyQuestion(question));
  const client = new EtelecomClient({ fetch: createNetFetch(proxyLogin) });
  const workerEntry = new URL('list-worker.js', import.meta.url);
  const tableWorkerEntry = new URL('table-worker.js', import.meta.url);
  const lists: ListWorker = new ListWorker({
    start: () =>
      startWorker(workerEntry, { dataFolder, version: facts.versions.app, computerZone }),
    fetchPage: async ({ listId, ...query }, signal, onRetry) =>
      client.fetchPage(await connections.credentialsOfList(listId, signal), query, signal, onRetry),
    writeLog,
  });
  lists.open();
  const storeCheck = new StoreCheck({
    start: () => startStoreCheck(new URL('check-store.js', import.meta.url), databasePath),
    setAside: () => lists.call('setAside', null),
    onNotice: (notice) => window.sendNotice(notice),
    log,
  });
  const listCalls = createListCalls(lists);
  const keychain = new Keychain(loadKeytar);
  const connections = new Connections({
    accountsFile,
    keys: new AccountKeys(accountsFile, keychain),
    client,
    startSampleServer: () => startSandbox({ apiKey: randomBytes(24).toString('hex') }),
    sampleName: () => translate()('screens.connection.sampleData'),
    removeList: listCalls.removeList,
    allowed: new AllowedServers(managed),
    log,
  });

  // Window and menu
  const unfinishedExports = new UnfinishedExports();
  const quitGuard = new QuitGuard({
    work: unfinishedExports,
    translate,
    window: () => window.browserWindow,
  });
  const window: MainWindow = new MainWindow({
    url: devServerUrl ?? appStartUrl,
    preloadPath: pathOf('../preload/index.cjs'),
    lastState: () => windowFile.get(),
    saveState: (state) =>
      windowFile.save(state).catch((error: unknown) => log('windowStateNotSaved', { error })),
    mayClose: (close) => quitGuard.mayProceed(close),
    onSessionEnd: () => runningWork.abandon(),
    onClosed: () => proxyLogin.windowClosed(),
    recovery: new PageRecovery({ translate, onCrash: () => unfinishedExports.interrupt(), log }),
    optional,
  });
  const menu = new AppMenu({
    optional,
    isPackaged: facts.isPackaged,
    onCommand: (name) => window.sendCommand(name),
    getContent: () => ({
      translate: translate(),
      preferences: preferences.get(),
      accounts: accountsFile.all(),
      shownAccountId: accountsFile.shownAccountId(),
    }),
  });
  const refreshIndicator = new RefreshIndicator(window, translate, optional);
  const updates = new Updates({
    loadEngine: () =>
      loadUpdateEngine({ ...facts, onProxyLogin: proxyLogin.forSession(), getNativeUpdater }),
    mode: () => managed.updates ?? preferences.get().updates,
    isForbidden: () => managed.updates === 'off',
    isBusy: () => unfinishedExports.isWriting || refreshIndicator.isRefreshing,
    quitBy: (quit) => lifecycle.quitBy(quit),
    onStatus: (status) => window.sendUpdateStatus(status),
    log,
  });
  const applyPreferences = () => {
    applyColorScheme(preferences.get().colorScheme, optional);
    window.setZoom(preferences.get().zoomPercent);
    menu.update();
    updates.applyMode();
  };

  // The bridge to the page
  const recentErrors = new RecentErrors();
  const work = new AccountWork(accountsFile);
  const services = { ...settings, ...listCalls, connections, client, lists, work, translate };
  const shownChanges = new ShownChanges((marks) => setSeen(services, marks));
  const parts = {
    ...facts,
    ...services,
    ...{ shownChanges, proxyLogin },
    recentErrors,
    updates,
    showDownloadPage,
    licenses: readShippedLicenses,
    showLogs: () => openFile(logFolder),
    storeSize: () => readFileSize(databasePath),
    removeKeptFiles: (accountId: string) => removeKeptFiles(dataFolder, accountId),
    exports: createExportService({
      ...{ ...facts, ...services },
      chooseFile: (options) => window.chooseFile(options),
      showProgress: (fraction) => window.setProgress('export', fraction),
      openFile,
      showInFolder,
      unfinished: unfinishedExports,
      log,
    }),
    backups: new BackupService({
      ...{ ...facts, ...services },
      chooseFile: (options) => window.chooseFile(options),
      chooseExistingFile: (options) => window.chooseExistingFile(options),
      onPreferences: applyPreferences,
    }),
    readTable: (file: NamedBytes, signal: AbortSignal) =>
      readTable(
        file,
        { start: (started) => startTableWorker(tableWorkerEntry, started), log },
        signal,
      ),
    trackRefresh: (...refresh: Parameters<RefreshIndicator['track']>) =>
      refreshIndicator.track(...refresh),
    takeInterruptedExports: () => unfinishedExports.takeInterrupted(),
    onPreferences: applyPreferences,
    onCommands: (available: ReadonlySet<CommandName>) => menu.setAvailableCommands(available),
  };
  const onListed = () => storeCheck.schedule();
  const calls = new CallRunner({ log, onEnd: observeCalls({ log, recentErrors, onListed }) });
  new Ipc(pageOrigin, calls).register(createHandlers(parts));

  applyPreferences();
  restrictWebContents(devServerUrl ?? appStartUrl);
  serveApp(pathOf('../renderer'));
  const runningWork = new RunningWork({
    exports: unfinishedExports,
    ...{ calls, shownChanges, lists, keychain, window, log },
  });
  handleUncaughtErrors({ translate, work: runningWork, log });
  const lifecycle = handleLifecycle({
    openWindow: () => window.open(),
    mayQuit: (quit) => quitGuard.mayProceed(quit),
    finishWork: () => runningWork.finish(),
    onShutdown: () => runningWork.abandon(),
    isThreadBlocked: () => keychain.isBusy,
    optional,
  });
  secondStart.showsWindow(() => window.open());
  await window.open();
  updates.start();
  log('appStarted', { milliseconds: Math.round(performance.now()) });
}

// The scheme must be registered before the app is ready, so before any await.
registerAppScheme();
enableSandbox();
// Set the data folder first, because the lock of the single instance depends on it.
const dataFolder = applyUserDataDirSwitch();
const databasePath = join(dataFolder, 'tenants.sqlite');
const logFolder = join(dataFolder, 'logs');
const writeLog = openLogFile(logFolder);
const log: Log = (event, details) => writeLog(toLogEntry(event, details));
const optional = createOptional(log);
const secondStart = new SecondStart(dataFolder, optional, log);
const systemTexts = () => createTranslations()(systemLanguage(optional));
const run = async () => (secondStart.isOnlyInstance() ? start() : secondStart.leave(systemTexts));
run().catch((error: unknown) => {
  log('appNotStarted', { error });
  return endWithStartError(error, systemTexts());
});
