import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppUpdater, BaseUpdater, MacUpdater as MacUpdaterType } from 'electron-updater';
import { createUpdateEngine, type UpdateEngine } from './update-engine.ts';

type ProxyLogin = Parameters<AppUpdater['signals']['login']>[0];

interface Options {
  isPackaged: boolean;
  /** Answers a proxy that asks for a password. */
  onProxyLogin: ProxyLogin;
}

/**
 * Loads what updates this copy of the app. It depends on how the app was installed.
 *
 * @returns `null` if no installer has installed the app.
 */
export async function loadUpdateEngine({
  isPackaged,
  onProxyLogin,
}: Options): Promise<UpdateEngine | null> {
  if (!isPackaged) return null;
  const { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  const engineOf = (updater: BaseUpdater | MacUpdaterType, canInstall = true) => {
    updater.signals.login(onProxyLogin);
    return createUpdateEngine(updater, canInstall);
  };
  if (process.platform === 'win32') return engineOf(new NsisUpdater());
  if (process.platform === 'darwin') return engineOf(new MacUpdater());
  if (process.env.APPIMAGE !== undefined) return engineOf(new AppImageUpdater());
  // Installing a package needs the password of an administrator, for which this app does not ask.
  if ((await readPackageType()) === 'deb') return engineOf(new DebUpdater(), false);
  return null;
}

/** electron-builder writes the kind of a Linux package into it. */
async function readPackageType(): Promise<string | null> {
  const path = join(process.resourcesPath, 'package-type');
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
