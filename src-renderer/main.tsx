// Imported here and not in styles.css, so that its license is among those that About shows.
import '@fontsource-variable/inter';
import './ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import type { Preferences } from '../src-shared/preferences.ts';
import { App } from './app.tsx';
import { BridgeProvider } from './bridge/bridge-context.ts';
import { createCall } from './bridge/client.ts';
import { CommandsProvider } from './commands/commands-context.ts';
import { createCommands } from './commands/commands.ts';
import { createKeyHandler } from './commands/key-handler.ts';
import { syncMenu } from './commands/sync-menu.ts';
import { ExportsProvider } from './export/exports-provider.tsx';
import { askForFirstRows } from './first-rows.ts';
import { createI18n } from './i18n.ts';
import { createQueryClient } from './query-client.ts';
import { keepFocus } from './keyboard/keep-focus.ts';
import { RefreshesProvider } from './saved-list/refreshes-context.ts';
import { createRefreshes } from './saved-list/refreshes.ts';
import { createColorSchemeManager } from './ui/color-scheme-manager.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { StartFailed } from './ui/start-failed.tsx';
import { loadTypeface } from './ui/load-typeface.ts';
import { cssVariables, theme } from './ui/theme.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no #root');

const call = createCall(window.bridge);

const commands = createCommands(() => document.querySelector('[aria-modal="true"]') !== null);
window.bridge.onCommand(commands.runUnlessBehindDialog);
syncMenu(commands, call);
window.addEventListener(
  'keydown',
  createKeyHandler(commands.runUnlessBehindDialog, navigator.userAgent),
);
keepFocus();

// Language, colors and typeface must be there before the first paint, or the window flashes and its text moves.
const queryClient = createQueryClient();
const loadApp = async () => {
  const answer = await call('loadApp', {});
  await askForFirstRows(queryClient, call, answer);
  return answer;
};
const [loaded] = await Promise.all([
  loadApp().catch((error: unknown) => ({ error })),
  loadTypeface(),
]);
const preferences: Preferences =
  'error' in loaded
    ? {
        language: navigator.language.startsWith('vi') ? 'vi' : 'en',
        colorScheme: 'auto',
        refreshOnStart: true,
        refreshMinutes: 0,
        density: 'comfortable',
        zoomPercent: 100,
        showsOverview: false,
        timeZone: 'vietnam',
      }
    : loaded.preferences;

createRoot(element).render(
  <StrictMode>
    <I18nextProvider i18n={createI18n(preferences.language)}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={createColorSchemeManager(preferences.colorScheme)}
      >
        <ErrorBoundary fallback={<StartFailed />}>
          <QueryClientProvider client={queryClient}>
            <BridgeProvider value={call}>
              <RefreshesProvider value={createRefreshes()}>
                <CommandsProvider value={commands}>
                  <ExportsProvider>
                    {'error' in loaded ? (
                      <StartFailed error={loaded.error} />
                    ) : (
                      <App loaded={loaded} />
                    )}
                  </ExportsProvider>
                </CommandsProvider>
              </RefreshesProvider>
            </BridgeProvider>
          </QueryClientProvider>
        </ErrorBoundary>
      </MantineProvider>
    </I18nextProvider>
  </StrictMode>,
);
