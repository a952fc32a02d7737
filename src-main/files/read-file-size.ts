import { stat } from 'node:fs/promises';
import { systemCode, toFileError } from './file-error.ts';

/** Returns the size of a file in bytes, or 0 if it does not exist. @throws AppError with a file code. */
export async function readFileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw toFileError(error, path);
  }
}
