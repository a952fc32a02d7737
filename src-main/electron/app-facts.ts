import { arch, homedir, release, type } from 'node:os';
import { app } from 'electron';
import type { About } from '../../src-shared/about.ts';
import { appId } from '../../src-shared/app-id.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { Optional } from './optional.ts';

/** Facts about the app and the operating system. */
interface AppFacts {
  versions: About['versions'];
  /** Name, version and processor of the operating system. */
  system: string;
  /** Language and region of the operating system. */
  locale: string;
  downloadsFolder: string;
  isPackaged: boolean;
  /** The URL of the renderer under `electron-vite dev`. A packaged app never reads it from the environment. */
  devServerUrl: string | undefined;
}

/**
 * Stores the app's files in the folder of the `--user-data-dir` switch, so that each test has its own folder. Electron
 * itself ignores the switch: https://github.com/signalapp/Signal-Desktop/issues/7730
 *
 * @returns the folder for the app's files.
 */
export function applyUserDataDirSwitch(): string {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', folder);
  return app.getPath('userData');
}

/** Waits until Electron can open windows, and returns the facts that are known from then on. */
export async function whenReady(optional: Optional): Promise<AppFacts> {
  // On Windows the id connects the window, its taskbar button and its notifications with the installed shortcut.
  optional('appId', () => app.setAppUserModelId(appId), undefined);
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
    system: optional('system', () => `${type()} ${release()} ${arch()}`, process.platform),
    locale: optional('language', () => app.getLocale(), 'en'),
    // The folder can be missing or redirected to a drive that is gone. The save dialog can choose any other.
    downloadsFolder:
      optional('downloadsFolder', () => app.getPath('downloads'), null) ??
      optional('downloadsFolder', homedir, app.getPath('userData')),
    isPackaged: app.isPackaged,
    devServerUrl: app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL,
  };
}

/** Returns the language of the app that fits the operating system's preferred language. */
export function systemLanguage(optional: Optional): Language {
  const languages = optional('language', () => app.getPreferredSystemLanguages(), []);
  return languages[0]?.startsWith('vi') ? 'vi' : 'en';
}
