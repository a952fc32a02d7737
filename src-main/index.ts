import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandName } from '../src-shared/commands.ts';
import { readComputerZone } from '../src-shared/time-zone.ts';
import { observeCalls } from './about/observe-calls.ts';
import { RecentErrors } from './about/recent-errors.ts';
import { readShippedLicenses } from './about/read-shipped-licenses.ts';
import { RunningWork } from './app/running-work.ts';
import { parseArguments } from './command-line/parse-arguments.ts';
import { createCommandRunner } from './command-line/run-command.ts';
import { composeServices } from './compose-services.ts';
import { appOrigin, appStartUrl, registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { applyUserDataDirSwitch, systemLanguage, whenReady } from './electron/app-facts.ts';
import { AppMenu } from './electron/app-menu.ts';
import { chooseFolder } from './electron/choose-folder.ts';
import { appArguments, ownProgram } from './electron/command-process.ts';
import { endWithStartError, leave } from './electron/end-with-error.ts';
import { Ipc } from './electron/ipc.ts';
import { handleLifecycle } from './electron/lifecycle.ts';
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
import { removeKeptFiles } from './files/kept-files.ts';
import { createHandlers } from './create-handlers.ts';
import { setSeen } from './changes/set-seen.ts';
import { ShownChanges } from './changes/shown-changes.ts';
import { StoreCheck, startStoreCheck } from './lists/store-check.ts';
import { openLogFile } from './log/log-file.ts';
import { toLogEntry, type Log } from './log/log.ts';
import { ProxyLogin } from './proxy/proxy-login.ts';
import { CallRunner } from './rpc/call-runner.ts';
import { runCommandLine } from './run-command-line.ts';
import { createTaskScheduler } from './schedule/create-task-scheduler.ts';
import { ScheduledExports } from './schedule/scheduled-exports.ts';
import { readStoreSize } from './store/read-store-size.ts';
import { readTable, startTableWorker, type NamedBytes } from './tables/read-table.ts';
import { createTranslations } from './translations.ts';
import { loadUpdateEngine } from './updates/load-update-engine.ts';
import { Updates } from './updates/updates.ts';

/** Returns the path of a file that is built next to this one. */
const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Composes the parts of the main process. */
async function start(): Promise<void> {
  const facts = { ...(await whenReady(optional)), computerZone: readComputerZone() };
  const { devServerUrl } = facts;
  const pageOrigin = devServerUrl === undefined ? appOrigin : new URL(devServerUrl).origin;

  // Settings, lists and accounts
  const proxyLogin = new ProxyLogin((question) => window.showProxyQuestion(question));
  const services = await composeServices({
    ...{ ...facts, dataFolder, workerEntry, fetch: createNetFetch(proxyLogin), writeLog, log },
    systemLanguage: systemLanguage(optional),
    onAccounts: () => menu.update(),
    chooseFile: (options) => window.chooseFile(options),
    showProgress: (fraction) => window.setProgress('export', fraction),
    ...{ openFile, showInFolder },
  });
  const { preferences, accountsFile, windowFile, lists, keychain, translate } = services;
  const { unfinishedExports, managed } = services;
  const storeCheck = new StoreCheck({
    start: (records) => startStoreCheck(storeCheckEntry, { dataFolder, records }),
    setAside: (records) => lists.call('setAside', { records }),
    onNotice: (notice) => window.send('notice', notice),
    log,
  });

  // Window and menu
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
    recovery: new PageRecovery({ translate, onGone: () => unfinishedExports.interrupt(), log }),
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
    onStatus: (status) => window.send('updateStatus', status),
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
  const shownChanges = new ShownChanges((marks) => setSeen(services, marks));
  const parts = {
    ...{ ...facts, log },
    ...services,
    ...{ shownChanges, proxyLogin },
    recentErrors,
    updates,
    showDownloadPage,
    licenses: readShippedLicenses,
    showLogs: () => openFile(logFolder),
    storeSize: () => readStoreSize(dataFolder),
    removeKeptFiles: (accountId: string) => removeKeptFiles(dataFolder, accountId),
    scheduledExports: new ScheduledExports({
      ...services,
      scheduler: createTaskScheduler(dataFolder),
      program: ownProgram(),
      chooseFolder: () =>
        chooseFolder(window.browserWindow, translate()('settings.schedules.chooseFolder')),
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
    ...{ secondStart, calls, shownChanges, lists, keychain, window, log },
  });
  handleUncaughtErrors({ translate, work: runningWork, log });
  const lifecycle = handleLifecycle({
    openWindow: () => window.open(),
    mayQuit: (quit) => quitGuard.mayProceed(quit),
    finishWork: () => runningWork.finish(),
    onShutdown: () => runningWork.abandon(),
    isThreadBlocked: () => keychain.isBusy || lists.hasThread,
    optional,
  });
  secondStart.showsWindow(() => window.open());
  secondStart.runsCommands(
    createCommandRunner({
      ...parts,
      calls,
      onListsChanged: () => window.send('listsChanged', null),
      log,
    }),
  );
  await window.open();
  updates.start();
  log('appStarted', { milliseconds: Math.round(performance.now()) });
}

/** Starts the services for a command, which has no window. */
async function composeForCommand() {
  const facts = { ...(await whenReady(optional)), computerZone: readComputerZone() };
  // Nobody is there to answer a proxy that asks for a password.
  const proxyLogin = new ProxyLogin(() => false);
  const services = await composeServices({
    ...{ ...facts, dataFolder, workerEntry, fetch: createNetFetch(proxyLogin), writeLog, log },
    systemLanguage: systemLanguage(optional),
    onAccounts: () => undefined,
    chooseFile: () => Promise.resolve(null),
    showProgress: () => undefined,
    ...{ openFile, showInFolder },
  });
  return { services, computerZone: facts.computerZone };
}

// The scheme must be registered before the app is ready, so before any await.
registerAppScheme();
enableSandbox();
// Set the data folder first, because the lock of the single instance depends on it.
const dataFolder = applyUserDataDirSwitch();
const storeCheckEntry = new URL('check-store.js', import.meta.url);
const logFolder = join(dataFolder, 'logs');
const workerEntry = new URL('list-worker.js', import.meta.url);
const tableWorkerEntry = new URL('table-worker.js', import.meta.url);
const parsed = parseArguments(appArguments(), () => process.cwd());
const isCommandLine = parsed.kind !== 'window';
// The output of a command is for its caller.
const writeLog = openLogFile(logFolder, isCommandLine ? () => undefined : console.error);
const log: Log = (event, details) => writeLog(toLogEntry(event, details));
const optional = createOptional(log);
const language = (isCommandLine ? parsed.language : null) ?? systemLanguage(optional);
const command = parsed.kind === 'command' ? { command: parsed.command, language } : null;
const secondStart = new SecondStart({ dataFolder, command, optional, log });
const systemTexts = () => createTranslations()(language);

/** Opens the window, here or in the process that already runs. */
async function run(): Promise<void> {
  const entered = await secondStart.enter();
  if (entered === 'only') await start();
  else await leave(entered === 'shown', systemTexts, log);
}

if (isCommandLine) {
  const parts = { request: command, secondStart, compose: composeForCommand, optional, log };
  void runCommandLine(parsed, { ...parts, translate: systemTexts() });
} else {
  run().catch((error: unknown) => {
    log('appNotStarted', { error });
    return endWithStartError(error, systemTexts());
  });
}
