import './ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../src-shared/preferences.ts';
import { App } from './app.tsx';
import { BridgeProvider } from './bridge/bridge-context.ts';
import type { Call } from './bridge/call.ts';
import { CommandsProvider } from './commands/commands-context.ts';
import { createCommands } from './commands/commands.ts';
import { isDialogOpen } from './commands/is-dialog-open.ts';
import { createKeyHandler } from './commands/key-handler.ts';
import { syncMenu } from './commands/sync-menu.ts';
import { ExportsProvider } from './export/exports-provider.tsx';
import { FailedParts } from './texts/failed-parts.ts';
import { FailedPartsProvider } from './texts/failed-parts-context.ts';
import { createI18n } from './texts/i18n.ts';
import { laterTextsQuery } from './texts/later-texts-query.ts';
import { loadTexts } from './texts/load-texts.ts';
import { keepFocus } from './keyboard/keep-focus.ts';
import type { FirstScreen } from './load-first-screen.ts';
import { ManagedProvider } from './managed/managed-context.ts';
import { RefreshRunnerProvider } from './refresh/refresh-runner-context.ts';
import { createRefreshRunner } from './refresh/refresh-runner.ts';
import { createColorSchemeManager } from './ui/color-scheme-manager.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { createTrustedTypesPolicy } from './trusted-types.ts';
import { FailedPartsAlert } from './ui/failed-parts-alert.tsx';
import { Hints } from './ui/hints.tsx';
import { StartFailed } from './ui/start-failed.tsx';
import { cssVariables, theme } from './ui/theme.ts';

interface Parts {
  call: Call;
  /** The cache of the main process's answers. When `loading` ends, it usually has the rows of the first screen. */
  queryClient: QueryClient;
  loading: Promise<FirstScreen>;
  /** Resolves when the typeface is loaded. */
  typeface: Promise<void>;
}

/** Renders the app when its state, its texts and its typeface are loaded. */
export async function start({ call, queryClient, loading, typeface }: Parts): Promise<void> {
  createTrustedTypesPolicy();

  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root');

  const commands = createCommands(isDialogOpen);
  window.bridge.onCommand(commands.runUnlessBehindDialog);
  syncMenu(commands, call);
  window.addEventListener(
    'keydown',
    createKeyHandler(commands.runUnlessBehindDialog, navigator.userAgent),
  );
  keepFocus();

  // Wait for the language, the colors and the typeface before the first paint, so that the window does not flash and its
  // text does not move.
  const [first] = await Promise.all([loading.catch(loadFailedStart), typeface]);
  const { loaded, texts } = first;
  const { language, colorScheme } =
    'error' in loaded
      ? { language: languageOfBrowser(), colorScheme: 'auto' as const }
      : loaded.preferences;
  const i18n = await createI18n(language, texts);
  // The texts of errors and notices load later. If the first screen shows one, wait for its text, so that nothing moves.
  if ('error' in loaded || loaded.notices.length > 0) {
    await queryClient.query(laterTextsQuery(i18n)).catch(() => undefined);
  }

  createRoot(element).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={createColorSchemeManager(colorScheme)}
        >
          <ErrorBoundary fallback={<StartFailed />}>
            <FailedPartsProvider value={new FailedParts()}>
              <QueryClientProvider client={queryClient}>
                <BridgeProvider value={call}>
                  <Hints />
                  <FailedPartsAlert />
                  <RefreshRunnerProvider value={createRefreshRunner()}>
                    <CommandsProvider value={commands}>
                      <ExportsProvider
                        interrupted={'error' in loaded ? [] : loaded.interruptedExports}
                      >
                        {'error' in loaded ? (
                          <StartFailed error={loaded.error} />
                        ) : (
                          <ManagedProvider value={loaded.managed}>
                            <App loaded={loaded} />
                          </ManagedProvider>
                        )}
                      </ExportsProvider>
                    </CommandsProvider>
                  </RefreshRunnerProvider>
                </BridgeProvider>
              </QueryClientProvider>
            </FailedPartsProvider>
          </ErrorBoundary>
        </MantineProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}

/** Returns what the first screen shows if the app's state could not be loaded. */
async function loadFailedStart(error: unknown) {
  return { loaded: { error }, texts: await loadTexts(languageOfBrowser()) };
}

function languageOfBrowser(): Language {
  return navigator.language.startsWith('vi') ? 'vi' : 'en';
}
