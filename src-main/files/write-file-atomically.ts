import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode, toFileError } from './file-error.ts';
import { replaceFile, resolveLink, type ReplaceOptions } from './replace-file.ts';
import { createTemporaryPath, syncIfPossible } from './temporary-file.ts';

interface Options extends ReplaceOptions {
  /** The permissions of the file, before the process's umask is applied. */
  mode: number;
}

/**
 * Replaces a file of the app completely or not at all. `write` fills a temporary file in the same folder, which is then
 * renamed. If `write` or the rename fails, the temporary file is removed and an existing file is unchanged.
 *
 * @param write fills the temporary file, which is open and empty.
 * @throws AppError with a file code, or any other error of `write`.
 */
export async function writeFileAtomically(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  { mode, ...options }: Options,
): Promise<void> {
  let temporaryPath: string | undefined;
  try {
    const target = await resolveLink(path);
    temporaryPath = createTemporaryPath(dirname(target));
    const file = await open(temporaryPath, 'wx', mode);
    try {
      await write(file);
      await syncIfPossible(file, path);
    } finally {
      await file.close();
    }
    await replaceFile(temporaryPath, target, options);
  } catch (error) {
    // If the disk is gone, removing the file fails too. Only the first error matters.
    if (temporaryPath !== undefined) {
      await rm(temporaryPath, { force: true }).catch(() => undefined);
    }
    throw toFileError(error, path);
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
