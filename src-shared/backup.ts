import { z } from 'zod';
import { accountIdSchema, type AccountColor } from './account.ts';
import { mostAccounts } from './limits.ts';
import type { Preferences } from './preferences.ts';

/** Says which parts of the opened backup file are restored. The content of the file stays in the main process. */
export const restoreBackupRequestSchema = z.object({
  backupId: z.uuid(),
  /** The accounts to restore. The others are left out. */
  accounts: z
    .array(
      z.object({
        /** The account in the file. */
        accountId: accountIdSchema,
        /** The account on this computer that gets its marks, names and views. */
        targetId: accountIdSchema,
      }),
    )
    .max(mostAccounts),
  /** Also replaces the preferences, and the settings of the restored accounts. */
  withSettings: z.boolean(),
});

export type RestoreBackupRequest = z.infer<typeof restoreBackupRequestSchema>;

/** An account in a backup file, and what the file has of it. */
export interface AccountInBackup {
  accountId: string;
  name: string;
  color: AccountColor;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
  stars: number;
  notes: number;
  /** Different tags. */
  tags: number;
  ownerNames: number;
  views: number;
  /** The account on this computer that seems to be the same; `null` if there is none. */
  suggestedId: string | null;
}

/** What an opened backup file contains. */
export interface BackupPreview {
  backupId: string;
  fileName: string;
  /** RFC 3339. */
  savedAt: string;
  accounts: AccountInBackup[];
  /** The views of all accounts and of every list. They are always restored. */
  sharedViews: number;
  /** Values of the file that are not valid and cannot be restored. */
  invalidEntries: number;
}

/** What was restored, or what undoing it has brought back. */
export interface RestoredBackup {
  /** The preferences if they were replaced; else `null`. */
  preferences: Preferences | null;
  /** Views that did not fit, because there can be only so many. */
  leftOutViews: number;
}
