import { access, constants, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AppUpdater, BaseUpdater } from 'electron-updater';
import { findOwnAppImage } from '../files/own-app-image.ts';
import { createUpdateEngine, type UpdateEngine } from './update-engine.ts';

type ProxyLogin = Parameters<AppUpdater['signals']['login']>[0];

interface Options {
  isPackaged: boolean;
  /** Answers a proxy that asks for a password. */
  onProxyLogin: ProxyLogin;
  /** Returns Electron's updater for macOS. */
  getNativeUpdater: () => NodeJS.EventEmitter;
}

/**
 * Loads what updates this copy of the app. It depends on how the app was installed.
 *
 * @returns `null` if no installer has installed the app.
 */
export async function loadUpdateEngine({
  isPackaged,
  onProxyLogin,
  getNativeUpdater,
}: Options): Promise<UpdateEngine | null> {
  if (!isPackaged) return null;
  const { DebUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  const engineOf = (updater: BaseUpdater, canInstall = true) => {
    updater.signals.login(onProxyLogin);
    return createUpdateEngine(updater, { canInstall });
  };
  if (process.platform === 'win32') return engineOf(new NsisUpdater());
  if (process.platform === 'darwin') {
    const updater = new MacUpdater();
    updater.signals.login(onProxyLogin);
    return createUpdateEngine(updater, { canInstall: true, nativeUpdater: getNativeUpdater() });
  }
  // The updater deletes and replaces the file in `APPIMAGE`, so it must be this app's.
  const appImage = findOwnAppImage(process.env, process.resourcesPath);
  if (appImage !== null) {
    const { SafeAppImageUpdater } = await import('./safe-app-image-updater.ts');
    return engineOf(new SafeAppImageUpdater(), await isWritable(dirname(appImage)));
  }
  // Installing a package needs the password of an administrator, for which this app does not ask.
  if ((await readPackageType()) === 'deb') return engineOf(new DebUpdater(), false);
  return null;
}

/** Returns whether files of a folder can be replaced. An administrator may have put an AppImage where users cannot. */
async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** electron-builder writes the kind of a Linux package into it. */
async function readPackageType(): Promise<string | null> {
  const path = join(process.resourcesPath, 'package-type');
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
