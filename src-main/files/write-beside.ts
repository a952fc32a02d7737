import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';

/**
 * Replaces `path` as a whole or not at all: `write` fills a file beside it, which is then renamed. When `write` fails
 * or is canceled, nothing is left behind and a file that was there before is as it was.
 *
 * @param write gets the file to fill, open and empty.
 * @param mode of the file, as far as the system's mask lets it.
 * @throws AppError with a file code, and whatever `write` throws.
 */
export async function writeBeside<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  mode = 0o666,
): Promise<Value> {
  // Hidden on macOS and Linux, and of the same folder, because a rename does not cross disks.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`);
  try {
    const value = await fill(beside, write, mode);
    await replace(beside, path);
    return value;
  } catch (error) {
    await rm(beside, { force: true });
    throw toFileError(error, path);
  }
}

/**
 * Finds out before the work is done whether another program holds the file, as Excel holds a workbook on Windows. A
 * file that is not there is free.
 *
 * @throws AppError `file_in_use`, or another file code when the file cannot be written for another reason.
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
 * Renames over a file that may be held for a moment by a virus scanner, or for long by Excel. Windows answers both with
 * the codes of a missing permission: https://github.com/nodejs/node/issues/29481
 */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (process.platform !== 'win32' || !isHeld) throw error;
      if (attempt === 10) {
        throw new AppError(
          { code: 'file_in_use', message: `${to} is held by another program`, path: to },
          { cause: error },
        );
      }
      await delay(100);
    }
  }
}

async function fill<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  mode: number,
): Promise<Value> {
  const file = await open(path, 'wx', mode);
  try {
    const value = await write(file);
    // Without it, a power cut after the rename can leave an empty file under the final name.
    await file.sync();
    return value;
  } finally {
    await file.close();
  }
}
