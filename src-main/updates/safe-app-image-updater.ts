import { existsSync } from 'node:fs';
import { AppImageUpdater } from 'electron-updater';

/**
 * Keeps the installed AppImage if the downloaded one is gone, for example because the user has emptied the cache.
 * electron-updater deletes the installed one first, and then notices that it has no other.
 */
export class SafeAppImageUpdater extends AppImageUpdater {
  protected override doInstall(options: Parameters<AppImageUpdater['doInstall']>[0]): boolean {
    if (this.installerPath === null || !existsSync(this.installerPath)) {
      throw new Error('The downloaded version is gone');
    }
    return super.doInstall(options);
  }
}
