import type { Preferences } from '../../src-shared/preferences.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { AccountSettingsFile } from './account-settings-file.ts';
import type { PreferencesFile } from './preferences-file.ts';

type PreferencesHandlers = Pick<
  BridgeHandlers,
  'savePreferences' | 'getAccountSettings' | 'saveLayout'
>;

interface Parts {
  preferences: PreferencesFile;
  accountSettings: AccountSettingsFile;
  /** Called after the preferences were saved. */
  onPreferences: (preferences: Preferences) => void;
}

/** Returns the handlers for what the user has chosen for the app and for each account. */
export function createPreferencesHandlers({
  preferences,
  accountSettings,
  onPreferences,
}: Parts): PreferencesHandlers {
  return {
    savePreferences: async (chosen) => {
      await preferences.save(chosen);
      onPreferences(chosen);
      return null;
    },
    getAccountSettings: ({ accountId }) => accountSettings.get(accountId),
    saveLayout: async ({ accountId, layout }) => {
      await accountSettings.update(accountId, { layout });
      return null;
    },
  };
}
