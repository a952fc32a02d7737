import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { Account } from '../src-shared/account.ts';
import type { ResponseOf } from '../src-shared/channels.ts';
import type { Preferences } from '../src-shared/preferences.ts';
import classes from './app.module.css';
import { ConnectionScreen } from './connection/connection-screen.tsx';
import { useConnection } from './connection/use-connection.ts';
import { NetworkProvider } from './network/network-provider.tsx';
import { usePreferences } from './settings/use-preferences.ts';
import { TenantsScreen } from './tenants/tenants-screen.tsx';
import { Notices } from './ui/notices.tsx';

/** Loaded behind the first screen, so that the first screen does not wait for it. */
const Settings = lazy(async () => ({
  default: (await import('./settings/settings.tsx')).Settings,
}));

interface AppProps {
  account: Account;
  preferences: Preferences;
  notices: ResponseOf<'loadApp'>['notices'];
}

/** Shows the tenants of one account, or how to connect it. What comes in is as it was at the start. */
export function App({
  account: initialAccount,
  preferences: initialPreferences,
  notices,
}: AppProps) {
  const connection = useConnection(initialAccount);
  const preferences = usePreferences(initialPreferences);
  const [settingsOpened, settings] = useDisclosure();
  const { account, connectionNumber } = connection;

  return (
    <div className={classes.app}>
      <Notices notices={notices} />
      {account.connection === null ? (
        <ConnectionScreen
          connection={connection}
          language={preferences.preferences.language}
          onLanguage={(language) => preferences.changePreferences({ language })}
        />
      ) : (
        <NetworkProvider
          accountId={account.accountId}
          isLocal={account.connection.kind === 'sample'}
        >
          <TenantsScreen
            key={`${account.accountId} ${connectionNumber}`}
            accountId={account.accountId}
            connectionNumber={connectionNumber}
            connection={account.connection}
            preferences={preferences.preferences}
            onSettings={settings.open}
          />
          <Suspense fallback={null}>
            <Settings
              opened={settingsOpened}
              onClose={settings.close}
              connection={connection}
              preferences={preferences}
            />
          </Suspense>
        </NetworkProvider>
      )}
    </div>
  );
}
