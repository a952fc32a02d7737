import { allAccounts } from '../../src-shared/choices.ts';
import { accountListOf } from '../accounts/account-list.ts';
import type { BackupOutline } from './backup-format.ts';
import type { OwnDataParts } from './own-data.ts';

interface Parts extends Pick<
  OwnDataParts,
  'accountsFile' | 'accountSettings' | 'preferences' | 'views'
> {
  versions: { app: string };
}

/** Returns a backup of everything but the annotations and names of owners. */
export function outlineBackup(parts: Parts, now: Date): BackupOutline {
  const { versions, accountsFile, accountSettings, preferences, views } = parts;
  return {
    appVersion: versions.app,
    savedAt: now.toISOString(),
    preferences: preferences.get(),
    accounts: accountsFile.all().map((account) => {
      const { accountId, name, color } = account;
      const { listId, baseUrl } = accountListOf(account);
      return {
        ...{ accountId, name, color, baseUrl, listId },
        settings: accountSettings.get(accountId),
      };
    }),
    allAccounts: accountSettings.get(allAccounts),
    views: views.all(),
  };
}
