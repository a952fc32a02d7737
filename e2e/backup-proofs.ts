import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { stubOpenDialog, stubSaveDialog, type App } from './app.ts';

/**
 * Returns the checks of the commands that write and restore a backup file, for the spec that runs every command.
 *
 * @param opensDialog the check of a command that opens the dialog *Restore*.
 */
export function backupProofs<Proof extends object>(app: App, opensDialog: Proof) {
  const path = join(app.dataFolder, 'backup.json');
  return {
    backUp: {
      before: async () => {
        await rm(path, { force: true });
        await stubSaveDialog(app, path);
      },
      seen: () => expect.poll(() => existsSync(path)).toBe(true),
    },
    restoreBackup: {
      ...opensDialog,
      // The folder is not a backup file, so the dialog shows an error.
      before: () => stubOpenDialog(app, app.dataFolder),
    },
  };
}
