import { AppError } from '../../src-shared/errors.ts';
import type { UpdateMode } from '../../src-shared/preferences.ts';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import type { LogEvent } from '../log/log.ts';
import type { UpdateEngine } from './update-engine.ts';
import { Updates } from './updates.ts';

interface Computer {
  mode: UpdateMode;
  isForbidden: boolean;
  isBusy: boolean;
  canInstall: boolean;
  isInstalled: boolean;
  found: string | null;
  fails: boolean;
  /** Resolves when a download has ended. */
  downloaded: Promise<void>;
  /** The last value passed to `setInstallsOnQuit`. */
  installsOnQuit: boolean;
}

/** Creates `Updates` with a fake engine, and records its calls. */
export function startUpdates(changed: Partial<Computer> = {}) {
  const computer: Computer = {
    ...{ mode: 'automatic', isForbidden: false, isBusy: false, canInstall: true },
    ...{ isInstalled: true, found: '0.2.0', fails: false, installsOnQuit: false },
    downloaded: Promise.resolve(),
    ...changed,
  };
  const asked: string[] = [];
  const statuses: UpdateStatus[] = [];
  const logged: LogEvent[] = [];
  const failing = () => {
    if (computer.fails) throw new AppError({ code: 'update_unreachable', message: 'offline' });
  };
  const engine: UpdateEngine = {
    canInstall: computer.canInstall,
    check: () => {
      asked.push('check');
      failing();
      return Promise.resolve(
        computer.found === null ? null : { version: computer.found, changelogs: '# Changelog' },
      );
    },
    download: (onProgress) => {
      asked.push('download');
      failing();
      onProgress(0.5);
      return computer.downloaded;
    },
    setInstallsOnQuit: (installs) => {
      computer.installsOnQuit = installs;
    },
    quitAndInstall: (onFailed) => {
      asked.push('quit and install');
      if (computer.fails) onFailed(new Error('The installer could not be started'));
    },
  };
  const updates = new Updates({
    loadEngine: () => Promise.resolve(computer.isInstalled ? engine : null),
    mode: () => computer.mode,
    isForbidden: () => computer.isForbidden,
    isBusy: () => computer.isBusy,
    quitBy: (quit) => {
      asked.push('end all work');
      quit(() => asked.push('start again'));
      // Quitting ends all calls of the page, including the one that restarts the app. So it never resolves.
      return new Promise(() => undefined);
    },
    onStatus: (status) => statuses.push(status),
    log: (event) => logged.push(event),
  });
  return { updates, computer, asked, statuses, logged };
}

/** Returns the code of an error. */
export const code = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

/** The status after a download. */
export const ready = { kind: 'ready', version: '0.2.0', installsOnQuit: true };
