import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';
import { assertNameAllowed } from './assert-name-allowed.ts';

interface Options {
  /** The permissions of the file, before the process's umask is applied. */
  mode?: number;
  /** The platform whose rules for files apply. The default is the current one. */
  platform?: NodeJS.Platform;
  /** Called with the path of the temporary file. The returned function is called when that file no longer exists. */
  trackFile?: (path: string) => () => void;
}

/**
 * Replaces the file at `path` completely or not at all. `write` fills a temporary file in the same folder, which is then
 * renamed. If `write` fails or is canceled, the temporary file is removed and an existing file is unchanged. A temporary
 * file of a killed process is removed by a later call for the same folder.
 *
 * @param write fills the temporary file, which is open and empty.
 * @returns the result of `write`.
 * @throws AppError with a file code, or any other error of `write`.
 */
export async function writeFileAtomically<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  { mode = 0o666, platform = process.platform, trackFile }: Options = {},
): Promise<Value> {
  assertNameAllowed(path, platform);
  const folder = dirname(path);
  await removeAbandonedFiles(folder);
  // In the same folder, because a rename cannot move a file to another disk. The dot hides it on macOS and Linux. The
  // name does not contain the final name, which may already have the maximum length.
  const temporaryPath = join(folder, `.etelecom-${randomUUID().slice(0, 8)}.partial`);
  const untrack = trackFile?.(temporaryPath);
  try {
    const value = await fillFile(temporaryPath, write, mode);
    await renameWithRetries(temporaryPath, path, platform);
    return value;
  } catch (error) {
    // If the disk is gone, removing the file fails too. Only the first error matters.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw toFileError(error, path);
  } finally {
    untrack?.();
  }
}

const temporaryName = /^\.etelecom-[0-9a-f]{8}\.partial$/;
/** A younger temporary file may belong to another process, on this computer or on another, that is still writing. */
const abandonedAfterMilliseconds = 3_600_000;

/** Removes temporary files of processes that were killed. Ignores errors, because the write works without it. */
async function removeAbandonedFiles(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      if (!temporaryName.test(name)) continue;
      const { mtimeMs } = await stat(join(folder, name));
      if (Date.now() - mtimeMs > abandonedAfterMilliseconds) await rm(join(folder, name));
    }
  } catch {
    // If the folder has a real problem, opening the file in it reports a better error.
  }
}

/**
 * Checks that no other program holds the file open, as Excel does with a workbook on Windows. Call it before a long
 * write, because otherwise the write fails only at its end. A file that does not exist passes the check.
 *
 * @throws AppError `file_in_use`, or another file code if the file cannot be written for another reason.
 */
export async function assertNotInUse(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw toFileError(error, path);
  }
}

/**
 * Renames a file over another one, which a virus scanner may hold for a moment, or Excel for long. On Windows both fail
 * with the codes of missing permissions, so the rename is retried: https://github.com/nodejs/node/issues/29481
 *
 * @throws AppError `file_in_use` after the last retry.
 */
async function renameWithRetries(
  from: string,
  to: string,
  platform: NodeJS.Platform,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (platform !== 'win32' || !isHeld) throw error;
      if (attempt === 10) {
        throw new AppError(
          { code: 'file_in_use', message: `Another program is using ${to}`, path: to },
          { cause: error },
        );
      }
      await delay(100);
    }
  }
}

async function fillFile<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  mode: number,
): Promise<Value> {
  const file = await open(path, 'wx', mode);
  try {
    const value = await write(file);
    // Without this, a power failure after the rename can leave an empty file under the final name.
    await file.sync();
    return value;
  } finally {
    await file.close();
  }
}
