import type { Language } from '../src-shared/preferences.ts';
import { AccountsFile } from './accounts/accounts-file.ts';
import { NoticesFile } from './preferences/notices-file.ts';
import type { Log } from './log/log.ts';
import { noticesOf, policyPathOf, readManagedSettings } from './managed/read-managed-settings.ts';
import { RecentExportsFile } from './export/recent-exports-file.ts';
import { AccountSettingsFile } from './preferences/account-settings-file.ts';
import { defaultPreferences } from './preferences/default-preferences.ts';
import { PreferencesFile } from './preferences/preferences-file.ts';
import { WindowStateFile } from './preferences/window-state-file.ts';
import { SchedulesFile } from './schedule/schedules-file.ts';
import { ViewsFile } from './views/views-file.ts';

interface Parts {
  systemLanguage: Language;
  /** Returns the name of an account with sample data. */
  sampleName: (language: Language) => string;
  /** Called after every saved change of the accounts. */
  onAccounts: () => void;
  log: Log;
}

/**
 * Reads the files of the user's settings, and those of the organization. Invalid files of the user are replaced. There is a
 * notice for each invalid file.
 */
export async function loadSettings(dataFolder: string, parts: Parts) {
  const { systemLanguage, sampleName, onAccounts, log } = parts;
  const managed = await readManagedSettings(
    policyPathOf(process.platform, process.env),
    process.env,
  );
  if (managed.unreadable.length > 0) log('policyUnreadable');
  const preferences = new PreferencesFile(dataFolder, defaultPreferences(systemLanguage));
  const preferencesNotice = await preferences.load();
  const name = sampleName(preferences.get().language);
  const accountsFile = new AccountsFile(dataFolder, name, onAccounts);
  const accountSettings = new AccountSettingsFile(dataFolder);
  const recentExports = new RecentExportsFile(dataFolder);
  const views = new ViewsFile(dataFolder);
  const schedules = new SchedulesFile(dataFolder);
  const windowFile = new WindowStateFile(dataFolder);
  const noticesFile = new NoticesFile(dataFolder);
  const notices = [
    ...noticesOf(managed),
    preferencesNotice,
    await accountsFile.load(),
    await accountSettings.load(),
    await recentExports.load(),
    await views.load(),
    await schedules.load(),
    await windowFile.load(),
    await noticesFile.load(),
  ].filter((notice) => notice !== null);
  return {
    ...{ preferences, accountsFile, accountSettings, recentExports, views, schedules, windowFile },
    ...{ managed, notices, noticesFile },
  };
}
