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
  /** Whether the app can install a version. If not, the user has to download and install it. */
  readonly canInstall: boolean;
  /**
   * Returns the newest version, or `null` if the app has it.
   *
   * @throws AppError with a code of updates or of the network.
   */
  check: () => Promise<FoundUpdate | null>;
  /**
   * Downloads the version that `check` has found, and checks its hash and its signature.
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

/** The updater for macOS takes no arguments here, and ignores these. */
type Updater = AppUpdater & { quitAndInstall: (isSilent: boolean, startsAfter: boolean) => void };

interface Options {
  canInstall: boolean;
  /** Electron's updater on macOS. A version is ready only after this updater has checked and unpacked it. */
  nativeUpdater?: NodeJS.EventEmitter | undefined;
}

/** Returns an engine that uses electron-updater. */
export function createUpdateEngine(
  updater: Updater,
  { canInstall, nativeUpdater }: Options,
): UpdateEngine {
  let installsOnQuit = false;
  // The app decides when to download, and writes its own log, without addresses and paths.
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
      // Electron-updater reads this once, at this event, so it must be true here. Before the event it must be false:
      // quitting would install an older download, which is deleted by now.
      const prepare = () => {
        updater.autoInstallOnAppQuit = true;
      };
      const controller = new AbortController();
      const { signal } = controller;
      const unpacked = nativeUpdater && once(nativeUpdater, 'update-downloaded', { signal });
      // This promise also rejects if the download fails, which is reported below.
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

/** Returns the error for an app that was not installed by an installer, such as one that was built from the source. */
export function notInstalled(): AppError {
  return new AppError({
    code: 'update_not_installed',
    message: 'The app was not installed by an installer',
  });
}
