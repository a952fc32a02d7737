import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { startSandbox } from '../sandbox/server.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { AppError } from '../src-shared/errors.ts';
import type { Preferences } from '../src-shared/preferences.ts';
import { dayAt } from '../src-shared/days.ts';
import { createClock } from '../src-shared/time-zone.ts';
import { readShippedLicenses } from './about/read-shipped-licenses.ts';
import { RecentErrors } from './about/recent-errors.ts';
import { AccountsFile } from './accounts/accounts-file.ts';
import { Connections } from './accounts/connections.ts';
import { appOrigin, appStartUrl, registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { AppMenu } from './electron/app-menu.ts';
import { Ipc } from './electron/ipc.ts';
import {
  applyUserDataDirSwitch,
  exit,
  handleLifecycle,
  isOnlyInstance,
  showStartError,
  systemLanguage,
  whenReady,
} from './electron/lifecycle.ts';
import { logToConsole } from './electron/log.ts';
import { applyColorScheme, MainWindow, openFile, showInFolder } from './electron/main-window.ts';
import { netFetch } from './electron/net-fetch.ts';
import { RefreshIndicator } from './electron/refresh-indicator.ts';
import { restrictWebContents } from './electron/restrict-web-contents.ts';
import { parseApiKey } from './etelecom/api-key.ts';
import { parseBaseUrl, defaultBaseUrl } from './etelecom/base-url.ts';
import { EtelecomClient } from './etelecom/client.ts';
import { ExportService } from './export/export-service.ts';
import { suggestFileName } from './export/suggest-file-name.ts';
import { readFileSize } from './files/read-file-size.ts';
import { createHandlers } from './handlers.ts';
import { Keychain, loadKeytar } from './keychain/keychain.ts';
import type { WorkerSettings } from './list-worker/calls.ts';
import { countRows } from './list-worker/count-rows.ts';
import { workerLimits } from './list-worker/limits.ts';
import { ListWorker } from './list-worker/list-worker.ts';
import { AccountSettingsFile } from './preferences/account-settings-file.ts';
import { PreferencesFile } from './preferences/preferences-file.ts';
import { WindowStateFile } from './preferences/window-state-file.ts';
import { createTranslations } from './translations.ts';

/** The path of something that is built beside this file. */
const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Puts the parts together; the only place that does. */
async function start(): Promise<void> {
  const { dataFolder, devServerUrl, downloadsFolder, isPackaged, versions, system, locale } =
    await whenReady();
  const pageUrl = devServerUrl ?? appStartUrl;
  const pageOrigin = devServerUrl === undefined ? appOrigin : new URL(devServerUrl).origin;

  const preferences = new PreferencesFile(dataFolder, {
    language: systemLanguage(),
    colorScheme: 'auto',
    refreshOnStart: true,
    refreshMinutes: 0,
    density: 'comfortable',
    zoomPercent: 100,
    showsOverview: false,
    timeZone: 'vietnam',
  });
  const preferencesNotice = await preferences.load();
  const translations = createTranslations();
  const sampleName = () =>
    translations(preferences.get().language)('screens.connection.sampleData');
  const accountsFile = new AccountsFile(dataFolder, sampleName(), () => menu.update());
  const accountSettings = new AccountSettingsFile(dataFolder);
  const windowFile = new WindowStateFile(dataFolder);
  const notices = [
    preferencesNotice,
    await accountsFile.load(),
    await accountSettings.load(),
    await windowFile.load(),
  ].filter((notice) => notice !== null);

  const lists = new ListWorker({
    start: () =>
      new Worker(new URL('list-worker.js', import.meta.url), {
        workerData: { dataFolder, version: versions.app } satisfies WorkerSettings,
        resourceLimits: workerLimits,
      }),
    fetch: netFetch,
    log: logToConsole,
  });
  lists.open();
  const client = new EtelecomClient({ fetch: netFetch });
  const connections = new Connections({
    accountsFile,
    keychain: new Keychain(loadKeytar),
    parseBaseUrl,
    parseApiKey,
    test: async (credentials, signal) => {
      await client.listTenants(credentials, { filter: {}, paging: { limit: 25 } }, signal);
    },
    startSampleServer: async () => {
      // Only what a worker can be told: the server itself cannot be cloned.
      const { baseUrl, apiKey } = await startSandbox({ apiKey: randomBytes(24).toString('hex') });
      return { baseUrl, apiKey };
    },
    sampleName,
    // Never shown again, whether or not it could be removed.
    onListLeft: (listId) => {
      lists.call('remove', { listId }).catch((error: unknown) => {
        logToConsole('A saved list could not be removed', error);
      });
    },
  });

  const window = new MainWindow({
    url: pageUrl,
    preloadPath: here('../preload/index.cjs'),
    lastState: () => windowFile.get(),
    // Nothing is lost but the window's place.
    saveState: (state) =>
      windowFile.save(state).catch((error: unknown) => {
        logToConsole("The window's place could not be kept", error);
      }),
  });
  const exports = new ExportService({
    write: async ({ accountId, scope, options: chosen }, path, options) => {
      const isLive = scope.kind === 'all' && scope.source === 'live';
      const { language, timeZone } = preferences.get();
      const request = {
        lists: connections.savedLists(accountId),
        showsAllAccounts: accountId === allAccounts,
        scope,
        options: chosen,
        path,
        language,
        timeZone,
        credentials: isLive ? await connections.credentials(accountId) : null,
      };
      return lists.call('writeExport', request, options);
    },
    count: ({ accountId, scope }) => countRows(lists, connections.savedLists(accountId), scope),
    suggestName: ({ accountId, scope, options }) => {
      const { language, timeZone } = preferences.get();
      const translate = translations(language);
      const showsAllAccounts = accountId === allAccounts;
      const accountName = showsAllAccounts
        ? translate('commands.allAccounts')
        : connections.accountName(accountId);
      const date = dayAt(new Date(), createClock(timeZone));
      return suggestFileName({ accountName, scope, date, format: options.format }, translate);
    },
    chooseFile: (defaultPath, format) => {
      const translate = translations(preferences.get().language);
      return window.chooseFile({
        title: translate('sheet.saveTitle'),
        defaultPath,
        fileType: { name: translate(`sheet.fileTypes.${format}`), extension: format },
      });
    },
    lastFolder: (accountId) => accountSettings.exportFolder(accountId),
    // An export is not worth less because its choices cannot be remembered.
    saveChoices: (accountId, exportOptions, exportFolder) =>
      accountSettings
        .update(accountId, { exportOptions, exportFolder })
        .catch((error: unknown) =>
          logToConsole('The choices of an export were not remembered', error),
        ),
    downloadsFolder,
    showProgress: (fraction) => window.setProgress('export', fraction),
    openFile,
    showInFolder,
  });

  const menu = new AppMenu({
    isPackaged,
    onCommand: (name) => window.sendCommand(name),
    getContent: () => ({
      translate: translations(preferences.get().language),
      preferences: preferences.get(),
      accounts: accountsFile.all(),
      shownAccountId: accountsFile.shownAccountId(),
    }),
  });
  const applyPreferences = ({ colorScheme, zoomPercent }: Preferences) => {
    applyColorScheme(colorScheme);
    window.setZoom(zoomPercent);
    menu.update();
  };
  const recentErrors = new RecentErrors();
  const ipc = new Ipc(pageOrigin, logToConsole, (channel, code) => {
    recentErrors.add(channel, code);
  });
  ipc.register(
    createHandlers({
      versions,
      system,
      locale,
      licenses: readShippedLicenses,
      storeSize: () => readFileSize(join(dataFolder, 'tenants.sqlite')),
      recentErrors,
      onCommands: (available) => menu.setAvailableCommands(available),
      refreshIndicator: new RefreshIndicator(window, () =>
        translations(preferences.get().language),
      ),
      notices,
      preferences,
      accountsFile,
      accountSettings,
      defaultBaseUrl,
      onPreferences: applyPreferences,
      connections,
      client,
      lists,
      exports,
    }),
  );

  applyPreferences(preferences.get());
  restrictWebContents(pageOrigin);
  serveApp(here('../renderer'));

  handleLifecycle(
    () => window.open(),
    async () => {
      await Promise.all([window.saveState(), ipc.cancelAll() ?? lists.close()]);
    },
  );
  await window.open();
}

// Before any await: the scheme must be known when the app becomes ready.
registerAppScheme();
// And before the lock, which belongs to the folder.
applyUserDataDirSwitch();
if (isOnlyInstance()) {
  start().catch((error: unknown) => {
    logToConsole('The app could not start', error);
    const translate = createTranslations()(systemLanguage());
    const known = error instanceof AppError ? error : null;
    const sentence = translate(`errors.${known?.code ?? 'internal'}`);
    showStartError(translate('menu.startFailed'), `${sentence}\n${known?.path ?? ''}`);
    exit(1);
  });
} else {
  exit(0);
}
