import type { Preferences } from '../../src-shared/preferences.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { AccountsFile } from '../accounts/accounts-file.ts';
import type { AccountSettingsFile } from './account-settings-file.ts';
import type { PreferencesFile } from './preferences-file.ts';

type PreferencesHandlers = Pick<
  BridgeHandlers,
  'savePreferences' | 'getAccountSettings' | 'saveLayout'
>;

interface Parts {
  preferences: PreferencesFile;
  accountSettings: AccountSettingsFile;
  accountsFile: Pick<AccountsFile, 'get'>;
  work: AccountWork;
  /** Called after the preferences were saved. */
  onPreferences: (preferences: Preferences) => void;
}

/** Returns the handlers for what the user has chosen for the app and for each account. */
export function createPreferencesHandlers({
  preferences,
  accountSettings,
  accountsFile,
  work,
  onPreferences,
}: Parts): PreferencesHandlers {
  return {
    savePreferences: async (chosen) => {
      await preferences.save(chosen);
      onPreferences(chosen);
      return null;
    },
    getAccountSettings: ({ accountId }) => accountSettings.get(accountId),
    saveLayout: async ({ accountId, layout }, { signal }) => {
      const save = () => accountSettings.update(accountId, { layout });
      if (accountId === allAccounts) {
        await save();
        return null;
      }
      await work.run(accountId, signal, async () => {
        accountsFile.get(accountId);
        await save();
      });
      return null;
    },
  };
}
