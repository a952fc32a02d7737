import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../src-shared/errors.ts';

/**
 * Checks that the database file still exists. SQLite goes on with a file that was deleted, and nothing of it is kept.
 *
 * @throws AppError `store_gone` with the path of the folder.
 */
export function assertExists(path: string): void {
  if (!existsSync(path)) throw goneError(path);
}

/** Returns the error for a file that was deleted or replaced while it was open. */
export function goneError(path: string): AppError {
  return new AppError({
    code: 'store_gone',
    message: `${path} was deleted or replaced`,
    path: dirname(path),
  });
}
