import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, type ErrorCode } from '../../../src-shared/errors.ts';
import { toFileError } from '../../files/file-error.ts';
import type { Connection } from '../sqlite/connection.ts';
import { findDamage } from '../sqlite/find-damage.ts';
import { openDatabase, replaceDatabase } from '../sqlite/open-database.ts';
import { AnnotationStore } from './annotation-store.ts';
import { annotationsSchema } from './annotations-schema.ts';
import { BackupFile } from './backup-file.ts';

export interface OpenedAnnotations {
  annotations: AnnotationStore;
  /** `annotations_restored` or `annotations_unreadable`, with the new path of the unreadable file, if there was one. */
  notice: AppError | null;
}

interface Options {
  busyMilliseconds?: number;
  now?: () => Date;
}

/**
 * Opens `annotations.sqlite` in the app's data folder, or creates it. An unreadable file is moved aside, and replaced by
 * its last backup copy.
 *
 * @throws AppError `annotations_too_new`, `store_locked`, or the code of a full disk or an unusable folder.
 */
export function openAnnotations(
  dataFolder: string,
  { busyMilliseconds = 5000, now = () => new Date() }: Options = {},
): OpenedAnnotations {
  const path = join(dataFolder, 'annotations.sqlite');
  const backup = new BackupFile(path);
  const options = { schema: annotationsSchema, busyMilliseconds, now };
  try {
    if (!existsSync(path) && backup.exists) backup.restore();
    // The app may have crashed after the last changes.
    const isBackupOld = backup.isOld;
    const opened = openUndamaged(path, options);
    if (opened.notice === null && isBackupOld) backup.tryToReplace();
    if (opened.notice === null || !backup.exists) {
      return toOpened(opened, backup, 'annotations_unreadable');
    }
    opened.connection.close();
    backup.restore();
    const restored = openUndamaged(path, options);
    const code = restored.notice === null ? 'annotations_restored' : 'annotations_unreadable';
    return toOpened({ ...restored, notice: opened.notice }, backup, code);
  } catch (error) {
    if (!(error instanceof AppError)) throw toFileError(error, path);
    if (error.code !== 'store_too_new') throw error;
    throw new AppError({ ...error.toFields(), code: 'annotations_too_new' });
  }
}

/** Opens the database. A file with any damage is moved aside: it is small, so that all of it can be checked. */
function openUndamaged(path: string, options: Parameters<typeof openDatabase>[1]) {
  const opened = openDatabase(path, options);
  if (findDamage(path) === null) return opened;
  opened.connection.close();
  return replaceDatabase(path, options);
}

function toOpened(
  { connection, notice }: { connection: Connection; notice: AppError | null },
  backup: BackupFile,
  code: ErrorCode,
): OpenedAnnotations {
  return {
    annotations: new AnnotationStore(connection, backup),
    notice: notice && new AppError({ ...notice.toFields(), code }),
  };
}
