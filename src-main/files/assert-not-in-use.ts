import { open } from 'node:fs/promises';
import { systemCode, toFileError } from './file-error.ts';

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
