import type { Preferences } from '../../src-shared/preferences.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { AccountSettingsFile } from './account-settings-file.ts';
import type { PreferencesFile } from './preferences-file.ts';

type PreferencesHandlers = Pick<
  BridgeHandlers,
  'savePreferences' | 'getAccountSettings' | 'saveLayout' | 'saveListState'
>;

interface Parts {
  preferences: PreferencesFile;
  accountSettings: AccountSettingsFile;
  accountsFile: { has: (accountId: string) => boolean };
  /** Refuses changes for an account that does not exist or is being removed. */
  work: {
    run: (accountId: string, signal: AbortSignal, change: () => Promise<void>) => Promise<void>;
  };
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
      await work.run(accountId, signal, () => accountSettings.update(accountId, { layout }));
      return null;
    },
    saveListState: async ({ accountId, listState }, { signal }) => {
      const exists = (id: string) => accountsFile.has(id);
      await work.run(accountId, signal, () =>
        accountSettings.updateListState(accountId, listState, exists),
      );
      return null;
    },
  };
}
