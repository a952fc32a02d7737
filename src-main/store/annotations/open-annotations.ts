import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../src-shared/errors.ts';
import { toFileError } from '../../files/file-error.ts';
import { findDamage } from '../sqlite/find-damage.ts';
import { openDatabase, replaceDatabase } from '../sqlite/open-database.ts';
import { AnnotationStore } from './annotation-store.ts';
import { annotationsSchema } from './annotations-schema.ts';
import { BackupFile } from './backup-file.ts';

export interface OpenedAnnotationStore {
  annotations: AnnotationStore;
  /**
   * `annotations_restored` or `annotations_unreadable`, with the new path of the unreadable file, or
   * `annotations_missing` if there was no file, but its backup copy.
   */
  notice: AppError | null;
}

interface Options {
  busyMilliseconds?: number;
  now?: () => Date;
}

/**
 * Opens `annotations.sqlite` in the app's data folder, or creates it. An unreadable file is moved aside, and an unreadable
 * or missing one is replaced by its last backup copy. The copy takes its place before a new file can, so that a crash in
 * between loses nothing.
 *
 * @throws AppError `annotations_too_new`, `store_locked`, or the code of a full disk or an unusable folder.
 */
export function openAnnotations(
  dataFolder: string,
  { busyMilliseconds = 5000, now = () => new Date() }: Options = {},
): OpenedAnnotationStore {
  const path = join(dataFolder, 'annotations.sqlite');
  const backup = new BackupFile(path);
  /** Files that were missing or moved aside. The second one was the backup copy, so that it is not used again. */
  let unusable = 0;
  const restore = () => {
    if (backup.exists && unusable === 0) backup.restore();
    unusable++;
  };
  try {
    const isMissing = !existsSync(path) && backup.exists;
    if (isMissing) restore();
    // The app may have crashed after the last changes.
    const isBackupOld = backup.isOld;
    const opened = openUndamaged(path, {
      ...{ schema: annotationsSchema, busyMilliseconds, now },
      onMovedAside: restore,
    });
    if (unusable === 0 && isBackupOld) backup.tryToReplace();
    return {
      annotations: new AnnotationStore(opened.connection, backup),
      notice: toNotice(opened.notice, { isMissing, isRestored: unusable === 1 && backup.exists }),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw toFileError(error, path);
    if (error.code !== 'store_too_new') throw error;
    throw new AppError({ ...error.toFields(), code: 'annotations_too_new' });
  }
}

/** Opens the database. A file with any damage is moved aside: it is small, so that all of it can be checked. */
function openUndamaged(path: string, options: Parameters<typeof openDatabase>[1]) {
  let opened = openDatabase(path, options);
  // The second time it is the backup copy, and the third time a new file.
  while (findDamage(path) !== null) {
    opened.connection.close();
    opened = { ...replaceDatabase(path, options), ...(opened.notice && { notice: opened.notice }) };
  }
  return opened;
}

/** @param unreadable says where the unreadable file is; `null` if there was none. */
function toNotice(
  unreadable: AppError | null,
  { isMissing, isRestored }: { isMissing: boolean; isRestored: boolean },
): AppError | null {
  if (unreadable === null) {
    const message = 'The annotations were missing';
    return isMissing ? new AppError({ code: 'annotations_missing', message }) : null;
  }
  const code = isRestored ? 'annotations_restored' : 'annotations_unreadable';
  return new AppError({ ...unreadable.toFields(), code });
}
