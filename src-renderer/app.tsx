import { useDisclosure, useDocumentTitle } from '@mantine/hooks';
import { Suspense, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../src-shared/channels.ts';
import { createClock } from '../src-shared/time-zone.ts';
import { AccountCommands } from './accounts/account-commands.tsx';
import { AccountSwitcher } from './accounts/account-switcher.tsx';
import { useAccounts } from './accounts/use-accounts.ts';
import classes from './app.module.css';
import { SeenProvider } from './changes/seen-provider.tsx';
import { AnnotationsProvider } from './annotations/annotations-provider.tsx';
import { NoteDraftsProvider } from './annotations/note-drafts.tsx';
import { allAccountsKey } from './bridge/account-key.ts';
import { CommandDialogs } from './command-dialogs.tsx';
import { useCommand } from './commands/commands-context.ts';
import { NetworkProvider } from './network/network-provider.tsx';
import type { SettingsSection } from './settings/settings-dialog.tsx';
import { usePreferenceCommands } from './settings/use-preference-commands.ts';
import { usePreferences } from './settings/use-preferences.ts';
import { TenantsScreen } from './tenants/tenants-screen.tsx';
import { lazyPart } from './texts/lazy-part.tsx';
import { ClockProvider } from './ui/clock-context.ts';
import { Later } from './ui/later.tsx';
import { NoticeProvider } from './ui/notice-provider.tsx';
import { Notices } from './ui/notices.tsx';
import { useNotices } from './use-notices.ts';

// Most starts show a list.
const WelcomeScreen = lazyPart(
  async () => (await import('./connection/welcome-screen.tsx')).WelcomeScreen,
);
const ReconnectScreen = lazyPart(
  async () => (await import('./connection/reconnect-screen.tsx')).ReconnectScreen,
);
const BackupCommands = lazyPart(
  async () => (await import('./backup/backup-commands.tsx')).BackupCommands,
);
const SettingsDialog = lazyPart(
  async () => (await import('./settings/settings-dialog.tsx')).SettingsDialog,
);
const AddAccountDialog = lazyPart(
  async () => (await import('./accounts/add-account-dialog.tsx')).AddAccountDialog,
);

/**
 * The root component. Shows the list of one account or of all accounts, or the screen that adds the first account.
 *
 * @param loaded the state of the app at startup.
 */
export function App({ loaded }: { loaded: ResponseOf<'loadApp'> }) {
  const { t } = useTranslation();
  const accounts = useAccounts(loaded.accounts, loaded.shownAccountId);
  const { onError, ...notices } = useNotices(loaded.notices);
  const preferences = usePreferences(loaded.preferences, onError);
  const { timeZone } = preferences.preferences;
  const clock = useMemo(
    () => createClock(timeZone, loaded.computerZone),
    [timeZone, loaded.computerZone],
  );
  const [settingsOpened, settings] = useDisclosure();
  const [section, setSection] = useState<SettingsSection>('appearance');
  const openSettings = (shown: SettingsSection) => {
    setSection(shown);
    settings.open();
  };
  const [addOpened, add] = useDisclosure();
  const [restores, countRestore] = useReducer((count: number) => count + 1, 0);
  const { shown, showsAllAccounts } = accounts;
  const shownName = showsAllAccounts ? t('commands.allAccounts') : shown?.account.name;
  useDocumentTitle(
    shownName === undefined ? 'eTelecom Tenants' : `${shownName} — eTelecom Tenants`,
  );
  usePreferenceCommands(preferences);
  useCommand('settings', shown && (() => openSettings('appearance')));
  useCommand('addAccount', shown && add.open);

  if (shown === null) {
    return (
      <div className={classes.app}>
        <Notices {...notices} />
        <CommandDialogs />
        <ClockProvider value={clock}>
          <Suspense>
            <WelcomeScreen
              defaultBaseUrl={loaded.defaultBaseUrl}
              onAdded={accounts.add}
              onShowAccount={accounts.show}
              language={preferences.preferences.language}
              onLanguage={(language) => preferences.changePreferences({ language })}
            />
          </Suspense>
        </ClockProvider>
      </div>
    );
  }
  const { account } = shown;
  const { accountId, connectionNumber } = showsAllAccounts
    ? allAccountsKey
    : { ...shown, accountId: account.accountId };
  const isReconnecting =
    !showsAllAccounts && account.kind === 'partner' && account.keyStorage === null;
  const switcher = (
    <AccountSwitcher
      accounts={accounts.accounts}
      shown={showsAllAccounts ? null : account}
      onShow={accounts.show}
      onAdd={add.open}
      onManage={() => openSettings('accounts')}
    />
  );
  return (
    <div className={classes.app}>
      <AccountCommands accounts={accounts.accounts} onShow={accounts.show} />
      <Notices {...notices} />
      <ClockProvider value={clock}>
        <CommandDialogs />
        <NoticeProvider>
          <SeenProvider onError={onError}>
            <AnnotationsProvider>
              <NoteDraftsProvider>
                <NetworkProvider
                  accountId={accountId}
                  isLocal={showsAllAccounts || account.kind === 'sample'}
                >
                  {isReconnecting ? (
                    <Suspense>
                      <ReconnectScreen
                        account={account}
                        onConnected={accounts.updateConnection}
                        onShowAccount={accounts.show}
                        switcher={switcher}
                        onSettings={() => openSettings('appearance')}
                      />
                    </Suspense>
                  ) : (
                    <TenantsScreen
                      key={`${accountId} ${connectionNumber} ${restores}`}
                      accountId={accountId}
                      connectionNumber={connectionNumber}
                      accounts={showsAllAccounts ? accounts.accounts : null}
                      switcher={switcher}
                      onShowAccount={accounts.show}
                      preferences={preferences.preferences}
                      onPreferences={preferences.changePreferences}
                      onSettings={() => openSettings('appearance')}
                      onConnectionSettings={() => openSettings('connections')}
                      onDensity={preferences.setDensityOfView}
                    />
                  )}
                  <Later isWanted={settingsOpened || addOpened}>
                    <BackupCommands
                      accounts={accounts.accounts}
                      onRestored={(restored) => {
                        if (restored !== null) preferences.show(restored);
                        countRestore();
                      }}
                      onError={onError}
                    />
                    <SettingsDialog
                      opened={settingsOpened}
                      onClose={settings.close}
                      section={section}
                      onSection={setSection}
                      accounts={accounts}
                      shown={showsAllAccounts ? null : account}
                      onAddAccount={add.open}
                      preferences={preferences}
                      computerZone={loaded.computerZone}
                    />
                    <AddAccountDialog
                      opened={addOpened}
                      onClose={add.close}
                      defaultBaseUrl={loaded.defaultBaseUrl}
                      hasSampleData={accounts.accounts.some(({ kind }) => kind === 'sample')}
                      onAdded={accounts.add}
                      onShowAccount={accounts.show}
                    />
                  </Later>
                </NetworkProvider>
              </NoteDraftsProvider>
            </AnnotationsProvider>
          </SeenProvider>
        </NoticeProvider>
      </ClockProvider>
    </div>
  );
}
