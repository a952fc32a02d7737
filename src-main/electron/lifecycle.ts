import { app, powerMonitor } from 'electron';
import type { Optional } from './optional.ts';
import { relaunch } from './relaunch.ts';

/**
 * Kills this process when it ends, if a thread is blocked, for example because a disk does not answer: Node would wait for
 * it for ever.
 */
export function killIfBlocked(isThreadBlocked: () => boolean): void {
  app.on('quit', () => {
    if (isThreadBlocked()) process.kill(process.pid, 'SIGKILL');
  });
}

interface Lifecycle {
  /**
   * Ends all running work, then calls `quit`, which must quit the app.
   *
   * @param quit its argument must be called if it cannot quit. The app then starts again.
   */
  quitBy: (quit: (onFailed: () => void) => void) => Promise<void>;
}

interface Parts {
  openWindow: () => Promise<void>;
  /** Returns whether the app may quit now. If not, asks the user, who may then call `quit`. */
  mayQuit: (quit: () => void) => boolean;
  /** Ends all running work before the app quits. Must not reject. */
  finishWork: () => Promise<void>;
  /** Called when the computer shuts down. What it does not do at once may not be done at all. */
  onShutdown: () => void;
  /**
   * Returns whether a thread of Node's pool or a worker is blocked. Node waits for all threads when the process exits, so
   * the process is then killed.
   */
  isThreadBlocked: () => boolean;
  optional: Optional;
}

/**
 * Opens the window when the operating system requests it, and finishes running work before the app quits. For example,
 * a running export removes its temporary file. On macOS the app keeps running without a window.
 */
export function handleLifecycle(parts: Parts): Lifecycle {
  const { openWindow, mayQuit, finishWork, onShutdown, isThreadBlocked, optional } = parts;
  const quit = () => app.quit();
  app.on('activate', () => void openWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') quit();
  });
  let state: 'running' | 'finishing' | 'finished' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'finishing' || !mayQuit(quit)) return;
    state = 'finishing';
    void finishWork().then(() => {
      state = 'finished';
      quit();
    });
  });
  // On Windows the window has an event of its own.
  const listen = () => powerMonitor.on('shutdown', onShutdown);
  if (process.platform !== 'win32') optional('powerMonitor', listen, undefined);
  killIfBlocked(isThreadBlocked);
  return {
    quitBy: async (quitByItself) => {
      state = 'finishing';
      await finishWork();
      state = 'finished';
      // An updater may start the new version before this process has ended. The new version must not find it.
      app.releaseSingleInstanceLock();
      quitByItself(() => {
        relaunch();
        quit();
      });
    },
  };
}
