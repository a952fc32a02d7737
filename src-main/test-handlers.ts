import { AppError } from '../src-shared/errors.ts';
import { unmanaged } from '../src-shared/managed-settings.ts';
import type { Preferences } from '../src-shared/preferences.ts';
import type { RefreshRun } from '../src-shared/saved-list.ts';
import { createAboutHandlers } from './about/handlers.ts';
import { RecentErrors } from './about/recent-errors.ts';
import { AccountWork } from './accounts/account-work.ts';
import { createAccountHandlers } from './accounts/handlers.ts';
import { startConnections, type Outside } from './accounts/test-connections.ts';
import { createAppHandlers } from './app/handlers.ts';
import { BackupService } from './backup/backup-service.ts';
import { createBackupHandlers } from './backup/handlers.ts';
import { EtelecomClient } from './etelecom/client.ts';
import { RecentExportsFile } from './export/recent-exports-file.ts';
import { removeKeptFiles } from './files/kept-files.ts';
import { NoticesFile } from './preferences/notices-file.ts';
import type { TestLists } from './list-worker/test-lists.ts';
import { createChangesHandlers } from './changes/handlers.ts';
import { ShownChanges } from './changes/shown-changes.ts';
import { createAnnotationHandlers } from './lists/annotation-handlers.ts';
import { createListHandlers } from './lists/handlers.ts';
import { createListCalls } from './lists/list-calls.ts';
import { AccountSettingsFile } from './preferences/account-settings-file.ts';
import { defaultPreferences } from './preferences/default-preferences.ts';
import { createPreferencesHandlers } from './preferences/handlers.ts';
import { PreferencesFile } from './preferences/preferences-file.ts';
import { createRefreshHandlers } from './refresh/handlers.ts';
import type { TrackedRefresh } from './refresh/refresh-list.ts';
import type { OnProgress } from './rpc/calls.ts';
import { createTranslations } from './translations.ts';
import { createViewsHandlers } from './views/handlers.ts';
import { ViewsFile } from './views/views-file.ts';

export const defaults = defaultPreferences('en');

/** What the handlers reported to the rest of the app. */
export interface Reported {
  refreshed: string[];
  preferences: Preferences[];
}

/** The dialogs that ask for a file. */
interface ChosenFiles {
  chooseFile: (options: { defaultPath: string }) => Promise<string | null>;
  chooseExistingFile: () => Promise<string | null>;
}

const cancel = () => Promise.resolve(null);

export const client = new EtelecomClient({ fetch });

/** Composes the handlers as the app does, with everything real but Electron and the keychain. */
export async function startHandlers(
  lists: TestLists,
  outside: Outside,
  reported: Reported,
  files: ChosenFiles = { chooseFile: cancel, chooseExistingFile: cancel },
) {
  const { connections, accountsFile } = await startConnections(lists.folder, outside);
  const preferences = new PreferencesFile(lists.folder, defaults);
  await preferences.load();
  const accountSettings = new AccountSettingsFile(lists.folder);
  await accountSettings.load();
  const recentExports = new RecentExportsFile(lists.folder);
  await recentExports.load();
  const views = new ViewsFile(lists.folder);
  await views.load();
  const noticesFile = new NoticesFile(lists.folder);
  await noticesFile.load();
  const parts = {
    noticesFile,
    versions: { app: '1.2.3', electron: null, chromium: null, node: '24' },
    computerZone: null,
    system: 'Linux',
    locale: 'en',
    licenses: () => Promise.reject(new Error('Not part of the test')),
    storeSize: () => Promise.resolve(4096),
    showLogs: () => Promise.resolve(),
    log: console.error,
    recentErrors: new RecentErrors(),
    notices: [new AppError({ code: 'settings_unreadable', message: '' })],
    takeInterruptedExports: () => [],
    scheduledExports: { removeAccount: () => Promise.resolve() },
    managed: { ...unmanaged, ...outside.managed },
    onCommands: () => undefined,
    onPreferences: (chosen: Preferences) => reported.preferences.push(chosen),
    trackRefresh: (
      { accountName, records }: TrackedRefresh,
      onProgress: OnProgress,
      refresh: (onProgress: OnProgress) => Promise<RefreshRun>,
    ) => {
      reported.refreshed.push(records === 'tenants' ? accountName : `${accountName}: ${records}`);
      return refresh(onProgress);
    },
    preferences,
    accountsFile,
    accountSettings,
    recentExports,
    views,
    connections,
    work: new AccountWork(accountsFile),
    client,
    lists: lists.lists,
    shownChanges: new ShownChanges(() => Promise.resolve()),
    ...createListCalls(lists.lists),
    removeKeptFiles: (accountId: string) => removeKeptFiles(lists.folder, accountId),
  };
  const backups = new BackupService({
    ...parts,
    ...files,
    translate: () => createTranslations()('en'),
    downloadsFolder: lists.folder,
  });
  const handlers = {
    ...createAppHandlers(parts),
    ...createPreferencesHandlers(parts),
    ...createViewsHandlers(parts),
    ...createAccountHandlers(parts),
    ...createListHandlers(parts),
    ...createAnnotationHandlers(parts),
    ...createChangesHandlers(parts),
    ...createRefreshHandlers(parts),
    ...createAboutHandlers(parts),
    ...createBackupHandlers({ ...parts, backups }),
  };
  return { handlers, connections };
}
