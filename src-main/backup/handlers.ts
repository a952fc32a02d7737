import { allAccounts } from '../../src-shared/choices.ts';
import type { AccountWork } from '../accounts/account-work.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { BackupService } from './backup-service.ts';

type BackupHandlers = Pick<
  BridgeHandlers,
  'saveBackup' | 'openBackup' | 'closeBackup' | 'restoreBackup' | 'undoRestore'
>;

interface Parts {
  backups: BackupService;
  work: AccountWork;
}

/** Returns the handlers that write and restore backup files. */
export function createBackupHandlers({ backups, work }: Parts): BackupHandlers {
  return {
    saveBackup: () => backups.save(),
    openBackup: () => backups.open(),
    closeBackup: ({ backupId }) => {
      backups.close(backupId);
      return null;
    },
    // No account is removed meanwhile.
    restoreBackup: (request, { signal }) =>
      work.run(allAccounts, signal, () => backups.restore(request)),
    undoRestore: ({ backupId }, { signal }) =>
      work.run(allAccounts, signal, () => backups.undo(backupId)),
  };
}
