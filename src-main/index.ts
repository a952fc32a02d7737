import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../sandbox/server.ts';
import type { CommandName } from '../src-shared/commands.ts';
import { AppError } from '../src-shared/errors.ts';
import { readComputerZone } from '../src-shared/time-zone.ts';
import { createAboutHandlers } from './about/handlers.ts';
import { RecentErrors } from './about/recent-errors.ts';
import { readShippedLicenses } from './about/read-shipped-licenses.ts';
import { AccountKeys } from './accounts/account-keys.ts';
import { AccountWork } from './accounts/account-work.ts';
import { AccountsFile } from './accounts/accounts-file.ts';
import { Connections } from './accounts/connections.ts';
import { createAccountHandlers } from './accounts/handlers.ts';
import { createAppHandlers } from './app/handlers.ts';
import { appOrigin, appStartUrl, registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { AppMenu } from './electron/app-menu.ts';
import { Ipc } from './electron/ipc.ts';
import {
  exit,
  handleLifecycle,
  isOnlyInstance,
  showStartError,
  systemLanguage,
  applyUserDataDirSwitch,
  whenReady,
} from './electron/lifecycle.ts';
import { applyColorScheme, MainWindow, openFile, showInFolder } from './electron/main-window.ts';
import { netFetch } from './electron/net-fetch.ts';
import { RefreshIndicator } from './electron/refresh-indicator.ts';
import { enableSandbox, restrictWebContents } from './electron/restrict-web-contents.ts';
import { EtelecomClient } from './etelecom/client.ts';
import { createExportService } from './export/create-export-service.ts';
import { createExportHandlers } from './export/handlers.ts';
import { removeKeptFiles } from './files/kept-files.ts';
import { readFileSize } from './files/read-file-size.ts';
import { removeTemporaryFiles } from './files/temporary-file.ts';
import { Keychain, loadKeytar } from './keychain/keychain.ts';
import { createListHandlers } from './lists/handlers.ts';
import { ListWorker, startWorker } from './lists/list-worker.ts';
import { logToConsole as log } from './log.ts';
import { AccountSettingsFile } from './preferences/account-settings-file.ts';
import { defaultPreferences } from './preferences/default-preferences.ts';
import { createPreferencesHandlers } from './preferences/handlers.ts';
import { PreferencesFile } from './preferences/preferences-file.ts';
import { WindowStateFile } from './preferences/window-state-file.ts';
import { createRefreshHandlers } from './refresh/handlers.ts';
import { CallRunner } from './rpc/call-runner.ts';
import { createTranslations } from './translations.ts';

/** Returns the path of a file that is built next to this one. */
const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Composes the parts of the main process. */
async function start(): Promise<void> {
  const facts = await whenReady();
  const { dataFolder, devServerUrl } = facts;
  const computerZone = readComputerZone();
  const pageOrigin = devServerUrl === undefined ? appOrigin : new URL(devServerUrl).origin;

  // Settings
  await removeTemporaryFiles(dataFolder);
  const preferences = new PreferencesFile(dataFolder, defaultPreferences(systemLanguage()));
  const preferencesNotice = await preferences.load();
  const translations = createTranslations();
  const translate = () => translations(preferences.get().language);
  const sampleName = () => translate()('screens.connection.sampleData');
  const accountsFile = new AccountsFile(dataFolder, sampleName(), () => menu.update());
  const accountSettings = new AccountSettingsFile(dataFolder);
  const windowFile = new WindowStateFile(dataFolder);
  const notices = [
    preferencesNotice,
    await accountsFile.load(),
    await accountSettings.load(),
    await windowFile.load(),
  ].filter((notice) => notice !== null);

  // Lists and accounts
  const client = new EtelecomClient({ fetch: netFetch });
  const workerEntry = new URL('list-worker.js', import.meta.url);
  const lists: ListWorker = new ListWorker({
    start: () =>
      startWorker(workerEntry, { dataFolder, version: facts.versions.app, computerZone }),
    fetchPage: async ({ listId, ...query }, signal, onRetry) =>
      client.fetchPage(await connections.credentialsOfList(listId, signal), query, signal, onRetry),
    log,
  });
  lists.open();
  const removeList = (listId: string) => lists.call('remove', { listId });
  const keychain = new Keychain(loadKeytar);
  const connections = new Connections({
    accountsFile,
    keys: new AccountKeys(accountsFile, keychain),
    client,
    startSampleServer: () => startSandbox({ apiKey: randomBytes(24).toString('hex') }),
    sampleName,
    removeList,
    log,
  });

  // Window and menu
  const window = new MainWindow({
    url: devServerUrl ?? appStartUrl,
    preloadPath: pathOf('../preload/index.cjs'),
    lastState: () => windowFile.get(),
    saveState: (state) =>
      windowFile.save(state).catch((error: unknown) => {
        log("The window's position was not saved", error);
      }),
  });
  const menu = new AppMenu({
    isPackaged: facts.isPackaged,
    onCommand: (name) => window.sendCommand(name),
    getContent: () => ({
      translate: translate(),
      preferences: preferences.get(),
      accounts: accountsFile.all(),
      shownAccountId: accountsFile.shownAccountId(),
    }),
  });
  const refreshIndicator = new RefreshIndicator(window, translate);
  const applyPreferences = () => {
    applyColorScheme(preferences.get().colorScheme);
    window.setZoom(preferences.get().zoomPercent);
    menu.update();
  };

  // The bridge to the page
  const recentErrors = new RecentErrors();
  const work = new AccountWork(accountsFile);
  const services = { preferences, accountsFile, accountSettings, connections, client, lists, work };
  const parts = {
    ...facts,
    ...services,
    computerZone,
    notices,
    recentErrors,
    licenses: readShippedLicenses,
    storeSize: () => readFileSize(join(dataFolder, 'tenants.sqlite')),
    removeList,
    removeKeptFiles: (accountId: string) => removeKeptFiles(dataFolder, accountId),
    exports: createExportService({
      ...services,
      computerZone,
      translate,
      downloadsFolder: facts.downloadsFolder,
      chooseFile: (options) => window.chooseFile(options),
      showProgress: (fraction) => window.setProgress('export', fraction),
      openFile,
      showInFolder,
      log,
    }),
    trackRefresh: (...refresh: Parameters<RefreshIndicator['track']>) =>
      refreshIndicator.track(...refresh),
    onPreferences: applyPreferences,
    onCommands: (available: ReadonlySet<CommandName>) => menu.setAvailableCommands(available),
  };
  const calls = new CallRunner(log, (name, code) => recentErrors.add(name, code));
  new Ipc(pageOrigin, calls).register({
    ...createAppHandlers(parts),
    ...createPreferencesHandlers(parts),
    ...createAccountHandlers(parts),
    ...createListHandlers(parts),
    ...createRefreshHandlers(parts),
    ...createExportHandlers(parts),
    ...createAboutHandlers(parts),
  });

  applyPreferences();
  restrictWebContents(devServerUrl ?? appStartUrl);
  serveApp(pathOf('../renderer'));
  handleLifecycle(
    () => window.open(),
    async () => {
      const endCalls = calls
        .cancelAll()
        .then(() => Promise.all([lists.close(), keychain.finish()]));
      await Promise.all([window.saveState(), endCalls]);
    },
    () => keychain.isBusy,
  );
  await window.open();
}

// The scheme must be registered before the app is ready, so before any await.
registerAppScheme();
enableSandbox();
// The lock belongs to the data folder, so the folder comes first.
applyUserDataDirSwitch();
if (isOnlyInstance()) {
  start().catch((error: unknown) => {
    log('The app could not start', error);
    const translate = createTranslations()(systemLanguage());
    const known = error instanceof AppError ? error : null;
    const sentence = translate(`errors.${known?.code ?? 'internal'}`);
    showStartError(translate('menu.startFailed'), `${sentence}\n${known?.path ?? ''}`);
    exit(1);
  });
} else {
  exit(0);
}
