import { setTimeout as delay } from 'node:timers/promises';
import { arch, release, type } from 'node:os';
import { app, dialog } from 'electron';
import type { About } from '../../src-shared/about.ts';
import type { Language } from '../../src-shared/preferences.ts';

/** Facts about the app and the operating system. */
interface AppFacts {
  versions: About['versions'];
  /** Name, version and processor of the operating system. */
  system: string;
  /** Language and region of the operating system. */
  locale: string;
  /** The folder for the user's files of this app. */
  dataFolder: string;
  downloadsFolder: string;
  isPackaged: boolean;
  /** The URL of the renderer under `electron-vite dev`. A packaged app never reads it from the environment. */
  devServerUrl: string | undefined;
}

/**
 * Stores the app's files in the folder of the `--user-data-dir` switch, so that each test has its own folder. Electron
 * itself ignores the switch: https://github.com/signalapp/Signal-Desktop/issues/7730
 */
export function applyUserDataDirSwitch(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', folder);
}

/** Returns `false` if the app is already running. The other process then shows its window, and this one must exit. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Waits until Electron can open windows, and returns the facts that are known from then on. */
export async function whenReady(): Promise<AppFacts> {
  // On Windows the id connects the window, its taskbar button and its notifications.
  app.setAppUserModelId('com.etelecom.tenants');
  await app.whenReady();
  // Electron's types always have its versions, but on the Chromium test host there are none.
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

/** Returns the language of the app that fits the operating system's preferred language. */
export function systemLanguage(): Language {
  return app.getPreferredSystemLanguages()[0]?.startsWith('vi') ? 'vi' : 'en';
}

/** Long enough to remove a temporary file. An open dialog must not keep the app from quitting. */
const quitTimeoutMilliseconds = 3_000;

/**
 * Opens the window when the operating system requests it, and finishes running work before the app quits. For example,
 * a running export removes its temporary file. On macOS the app keeps running without a window.
 *
 * @param finishWork ends all running work before the app quits. Returns `null` if there is none.
 * @param isThreadBlocked returns whether a thread of Node's pool is blocked. Node waits for these threads when the process
 * exits, so the process is then killed.
 */
export function handleLifecycle(
  openWindow: () => Promise<void>,
  finishWork: () => Promise<void> | null,
  isThreadBlocked: () => boolean,
): void {
  app.on('second-instance', () => void openWindow());
  app.on('activate', () => void openWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isFinished = false;
  app.on('before-quit', (event) => {
    const finishing = isFinished ? null : finishWork();
    if (finishing === null) return;
    event.preventDefault();
    void Promise.race([finishing, delay(quitTimeoutMilliseconds)]).then(() => {
      isFinished = true;
      app.quit();
    });
  });
  app.on('quit', () => {
    if (isThreadBlocked()) process.kill(process.pid, 'SIGKILL');
  });
}

/** Ends the app immediately. */
export function exit(code: number): void {
  app.exit(code);
}

/** Shows why the app cannot start. Works also before a window can be opened. */
export function showStartError(title: string, message: string): void {
  dialog.showErrorBox(title, message);
}
