import { setTimeout as delay } from 'node:timers/promises';
import { arch, release, type } from 'node:os';
import { app, dialog } from 'electron';
import type { About } from '../../src-shared/about.ts';
import type { Language } from '../../src-shared/preferences.ts';

/** What the system and the package say about this run of the app. */
export interface AppFacts {
  versions: About['versions'];
  /** Name, version and processor of the operating system. */
  system: string;
  /** The system's language and region. */
  locale: string;
  /** The app's own folder for this user. */
  dataFolder: string;
  downloadsFolder: string;
  isPackaged: boolean;
  /** The page's address under `electron-vite dev`; never taken from the environment by a packaged app. */
  devServerUrl: string | undefined;
}

/**
 * Keeps the app's files where `--user-data-dir` says, so that specs have a folder each. Said here because Electron
 * itself has stopped to listen: https://github.com/signalapp/Signal-Desktop/issues/7730
 */
export function takeNamedDataFolder(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', folder);
}

/** @returns `false` when the app runs already; that one is then brought to the front, and this one has to end. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Resolves when Electron can open windows, with what can be known from then on. */
export async function whenReady(): Promise<AppFacts> {
  // Ties the window, its taskbar button and its notifications together on Windows.
  app.setAppUserModelId('com.etelecom.tenants');
  await app.whenReady();
  // On the Chromium host there is no Electron, whatever its types say.
  const versions: Partial<Record<string, string>> = process.versions;
  return {
    versions: {
      app: app.getVersion(),
      electron: versions.electron ?? null,
      chromium: versions.chrome ?? null,
      node: process.versions.node,
    },
    system: `${type()} ${release()} ${arch()}`,
    locale: app.getLocale(),
    dataFolder: app.getPath('userData'),
    downloadsFolder: app.getPath('downloads'),
    isPackaged: app.isPackaged,
    devServerUrl: app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL,
  };
}

/** Of the app's languages the one the system prefers. */
export function systemLanguage(): Language {
  return app.getPreferredSystemLanguages()[0]?.startsWith('vi') ? 'vi' : 'en';
}

/** Long enough to remove a partial file; an open dialog must not keep the app from quitting. */
const patienceMilliseconds = 3_000;

/**
 * Opens the window whenever the system asks for it, and quits only after `settle`: a running export removes its
 * partial file before the app is gone. On macOS the app lives on without a window.
 *
 * @param settle ends what is running; `null` when nothing is.
 */
export function followLifecycle(
  openWindow: () => Promise<void>,
  settle: () => Promise<void> | null,
): void {
  app.on('second-instance', () => void openWindow());
  app.on('activate', () => void openWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let hasSettled = false;
  app.on('before-quit', (event) => {
    const settled = hasSettled ? null : settle();
    if (settled === null) return;
    event.preventDefault();
    void Promise.race([settled, delay(patienceMilliseconds)]).then(() => {
      hasSettled = true;
      app.quit();
    });
  });
}

/** Ends the app at once. */
export function exit(code: number): void {
  app.exit(code);
}

/** Says why the app cannot start, also before a window can be opened. */
export function showStartError(title: string, sentence: string): void {
  dialog.showErrorBox(title, sentence);
}
