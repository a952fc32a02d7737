import { randomBytes } from 'node:crypto';
import { fsyncSync } from 'node:fs';
import { readdir, rm, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toFileError } from './file-error.ts';
import { AppError } from '../../src-shared/errors.ts';

const temporaryName = /^\.etelecom-[0-9a-f]{8}\.partial$/;

/**
 * Returns the path of a new temporary file. Create it in the folder of the final file, because a rename cannot move a
 * file to another disk. The dot hides it on macOS and Linux. The name does not contain the final name, which may already
 * have the maximum length.
 */
export function createTemporaryPath(folder: string): string {
  return join(folder, `.etelecom-${randomBytes(4).toString('hex')}.partial`);
}

/** Removes temporary files. */
export interface TemporaryFiles {
  /** Runs `work`, which creates a temporary file at `path` and may rename it. Removes the file if it is still there. */
  track: <Value>(path: string, work: () => Promise<Value>) => Promise<Value>;
}

/** Removes temporary files, except those of a killed process. It is for the data folder, whose leftovers are removed. */
export const localTemporaryFiles: TemporaryFiles = {
  track: async (path, work) => {
    try {
      return await work();
    } finally {
      // If the disk is gone, removing the file fails too. Only the first error matters.
      await rm(path, { force: true }).catch(() => undefined);
    }
  },
};

/** Whether `path` has the name of a temporary file of the app. */
export function isTemporaryPath(path: string): boolean {
  return temporaryName.test(basename(path));
}

/**
 * Removes the temporary files that killed processes left in a folder. Call it only while no other process of the app uses
 * the folder. Ignores errors, because the app works without it.
 */
export async function removeTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const paths = names.map((name) => join(folder, name)).filter(isTemporaryPath);
  await Promise.all(paths.map((path) => rm(path, { force: true }).catch(() => undefined)));
}

/**
 * Waits until the disk has a file's content. Without this, a power failure after a rename can leave an empty file under
 * the final name. Some network shares and file systems do not offer it; the file is then written without it.
 *
 * @throws the system's error if the disk is full or gone.
 */
export async function syncIfPossible(file: FileHandle, path: string): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    if (!isSyncRefused(error, path)) throw error;
  }
}

/** Like `syncIfPossible`, for an open file in a thread that may wait. @returns whether the disk offers it. */
export function trySync(file: number, path: string): boolean {
  try {
    fsyncSync(file);
    return true;
  } catch (error) {
    if (isSyncRefused(error, path)) return false;
    throw error;
  }
}

/** Whether a sync failed because the disk does not offer it, and not because the disk is full or gone. */
function isSyncRefused(error: unknown, path: string): boolean {
  const fileError = toFileError(error, path);
  return fileError instanceof AppError && !['disk_full', 'disk_gone'].includes(fileError.code);
}
