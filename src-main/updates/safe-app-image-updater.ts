import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppImageUpdater } from 'electron-updater';

/**
 * Replaces the AppImage more carefully than electron-updater:
 *
 * - It is kept if the downloaded one is gone, for example because the user has emptied the cache. electron-updater deletes
 *   it first, and then notices that it has no other.
 * - It keeps its name, so that launchers and scheduled exports still find it. electron-updater changes a name that has a
 *   version.
 */
export class SafeAppImageUpdater extends AppImageUpdater {
  #renamed: string | null = null;

  protected override get installerPath(): string | null {
    return this.#renamed ?? super.installerPath;
  }

  protected override doInstall(options: Parameters<AppImageUpdater['doInstall']>[0]): boolean {
    const downloaded = super.installerPath;
    const { APPIMAGE } = process.env;
    if (APPIMAGE === undefined || downloaded === null || !existsSync(downloaded)) {
      throw new Error('The downloaded version is gone');
    }
    // electron-updater keeps the name of the installed file if the downloaded one has the same.
    this.#renamed = join(dirname(downloaded), basename(APPIMAGE));
    renameSync(downloaded, this.#renamed);
    return super.doInstall(options);
  }
}
