import { app } from 'electron';
import type { Language } from '../../src-shared/preferences.ts';

/** What the system and the package say about this run of the app. */
export interface AppFacts {
  version: string;
  /** The app's own folder for this user. */
  dataFolder: string;
  downloadsFolder: string;
  /** Of the app's languages the one the system prefers. */
  language: Language;
  /** The page's address under `electron-vite dev`; never taken from the environment by a packaged app. */
  devServerUrl: string | undefined;
}

/**
 * Keeps the app's files where `--user-data-dir` says, so that specs have a folder each. Said here because Electron
 * itself has stopped to listen: https://github.com/signalapp/Signal-Desktop/issues/7730
 */
export function useNamedDataFolder(): void {
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
  return {
    version: app.getVersion(),
    dataFolder: app.getPath('userData'),
    downloadsFolder: app.getPath('downloads'),
    language: app.getPreferredSystemLanguages()[0]?.startsWith('vi') ? 'vi' : 'en',
    devServerUrl: app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL,
  };
}

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
  app.on('before-quit', (event) => {
    const settled = settle();
    if (settled === null) return;
    event.preventDefault();
    void settled.then(() => app.quit());
  });
}

/** Ends the app at once. */
export function exit(code: number): void {
  app.exit(code);
}
