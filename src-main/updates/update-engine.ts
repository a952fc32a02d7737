import { once } from 'node:events';
import type { AppUpdater } from 'electron-updater';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { toUpdateError } from './update-error.ts';

/** The part of a release's description that the app uses: https://www.electron.build/auto-update#updateinfo */
const updateInfoSchema = z.object({
  version: z.string().max(60),
  /** The changelogs in both languages, see electron-builder.config.ts. Other text is not shown. */
  releaseNotes: z.string().max(200_000).nullish().catch(null),
});

interface FoundUpdate {
  version: string;
  /** The changelogs of the newer version, as Markdown; `null` if the release has none. */
  changelogs: string | null;
}

/** Finds, downloads and installs newer versions. */
export interface UpdateEngine {
  /** Whether it can install. If not, the user has to download the version and install it. */
  readonly canInstall: boolean;
  /**
   * Returns the newest version, or `null` if this is the newest one.
   *
   * @throws AppError with a code of updates or of the network.
   */
  check: () => Promise<FoundUpdate | null>;
  /**
   * Downloads the version that `check` has found, and proves that it is what was released.
   *
   * @param onProgress called with a fraction from 0 to 1.
   * @throws AppError with a code of updates, of the network or of files.
   */
  download: (onProgress: (fraction: number) => void) => Promise<void>;
  /** Sets whether the downloaded version is installed when the app quits. On macOS, it is installed in any case. */
  setInstallsOnQuit: (installsOnQuit: boolean) => void;
  /**
   * Quits, installs the downloaded version and starts it.
   *
   * @param onFailed called if it cannot be installed. The app does not quit then.
   */
  quitAndInstall: (onFailed: (error: unknown) => void) => void;
}

/** The methods of all updaters but the one for macOS, which has no arguments. */
type Updater = AppUpdater & { quitAndInstall: (isSilent: boolean, startsAfter: boolean) => void };

interface Options {
  canInstall: boolean;
  /** Electron's updater on macOS. A version is ready only after it has checked and unpacked it. */
  nativeUpdater?: NodeJS.EventEmitter | undefined;
}

/** Returns an engine that uses electron-updater. */
export function createUpdateEngine(
  updater: Updater,
  { canInstall, nativeUpdater }: Options,
): UpdateEngine {
  let installsOnQuit = false;
  // The app decides when to download. Its own log says what was done, without addresses and paths.
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = installsOnQuit;
  updater.logger = null;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  return {
    canInstall,
    check: async () => {
      const result = await updater.checkForUpdates().catch((error: unknown) => {
        throw toUpdateError(error);
      });
      if (result === null) throw notInstalled();
      if (!result.isUpdateAvailable) return null;
      const info = updateInfoSchema.safeParse(result.updateInfo);
      if (!info.success) throw toUpdateError(info.error);
      return { version: info.data.version, changelogs: info.data.releaseNotes ?? null };
    },
    download: async (onProgress) => {
      const report = ({ percent }: { percent: number }) => onProgress(percent / 100);
      // At this event, electron-updater looks whether it has to prepare an installation when the app quits. What is not
      // prepared then cannot be turned on later. Before the event, an older version that is deleted by now would be
      // installed.
      const prepare = () => {
        updater.autoInstallOnAppQuit = true;
      };
      const controller = new AbortController();
      const { signal } = controller;
      const unpacked = nativeUpdater && once(nativeUpdater, 'update-downloaded', { signal });
      // It also rejects if the download fails, which is reported below.
      unpacked?.catch(() => undefined);
      updater.autoInstallOnAppQuit = false;
      updater.on('download-progress', report);
      updater.on('update-downloaded', prepare);
      try {
        await updater.downloadUpdate();
        await unpacked;
      } catch (error) {
        throw toUpdateError(error);
      } finally {
        controller.abort();
        updater.off('download-progress', report);
        updater.off('update-downloaded', prepare);
        updater.autoInstallOnAppQuit = installsOnQuit;
      }
    },
    setInstallsOnQuit: (installs) => {
      installsOnQuit = installs;
      updater.autoInstallOnAppQuit = installs;
    },
    quitAndInstall: (onFailed) => {
      updater.once('error', onFailed);
      updater.quitAndInstall(true, true);
    },
  };
}

/** The error of a copy that no installer has installed, such as one that was built from the source. */
export function notInstalled(): AppError {
  return new AppError({ code: 'update_not_installed', message: 'No installer has installed it' });
}
