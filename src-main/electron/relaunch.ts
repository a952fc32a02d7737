import { spawn } from 'node:child_process';
import { app } from 'electron';
import { findOwnAppImage } from '../files/own-app-image.ts';

/**
 * Starts the app again. Call it after all work has ended, immediately before the app quits.
 *
 * `app.relaunch()` waits in a process that runs from the AppImage's mount. The mount disappears with this process, so an
 * AppImage is started directly: https://github.com/electron-userland/electron-builder/issues/1727
 */
export function relaunch(): void {
  const appImage = findOwnAppImage(process.env, process.resourcesPath);
  if (appImage === null) {
    app.relaunch();
    return;
  }
  // The new process must not find this one.
  app.releaseSingleInstanceLock();
  const started = spawn(appImage, process.argv.slice(1), { detached: true, stdio: 'ignore' });
  // If it cannot be started, the user starts the app.
  started.on('error', () => undefined);
  started.unref();
}
