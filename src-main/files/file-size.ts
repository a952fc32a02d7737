import { stat } from 'node:fs/promises';
import { systemCode, toFileError } from './file-error.ts';

/** In bytes; 0 when there is no such file. @throws AppError with a file code. */
export async function fileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw toFileError(error, path);
  }
}
