import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';

/**
 * Replaces `path` as a whole or not at all: `write` fills a file beside it, which is then renamed. When `write` fails
 * or is canceled, nothing is left behind and a file that was there before is as it was.
 *
 * @param write gets the path of the file to fill.
 * @throws AppError `file_in_use`, `folder_not_writable`, `folder_missing`, `disk_full` or `file_failed`; and whatever
 * `write` throws.
 */
export async function writeBeside<Value>(
  path: string,
  write: (besidePath: string) => Promise<Value>,
): Promise<Value> {
  // Hidden on macOS and Linux, and of the same folder, because a rename does not cross disks.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`);
  try {
    const value = await write(beside);
    await flush(beside);
    await rename(beside, path);
    return value;
  } catch (error) {
    await rm(beside, { force: true });
    throw toFileError(error, path);
  }
}

/**
 * Finds out before the work is done whether another program holds the file. Windows refuses to replace a workbook
 * that Excel has open, with one of two codes; a file that is not there is free.
 *
 * @throws AppError `file_in_use`, or another file code when the file cannot be written for another reason.
 */
export async function assertNotInUse(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    if (systemCode(error) === 'EPERM' && process.platform === 'win32') {
      throw new AppError(
        { code: 'file_in_use', message: `${path}: EPERM`, path },
        { cause: error },
      );
    }
    throw toFileError(error, path);
  }
}

/** Without it, a power cut after the rename can leave an empty file under the final name. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
