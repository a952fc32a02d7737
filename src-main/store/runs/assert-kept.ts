import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../src-shared/errors.ts';
import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import { Connection } from '../sqlite/connection.ts';

/**
 * Checks that the database file still exists. SQLite goes on with a file that was deleted, and nothing of it is kept.
 *
 * @throws AppError `store_gone` with the path of the folder.
 */
export function assertExists(path: string): void {
  if (!existsSync(path)) throw goneError(path);
}

/** Checks that a completed run is in the file that has the path now. @throws AppError `store_gone` */
export function assertKept(path: string, run: RefreshRun, busyMilliseconds: number): void {
  assertExists(path);
  const connection = new Connection(path, { busyMilliseconds, readOnly: true });
  try {
    const sql = 'SELECT 1 FROM refresh_run WHERE run_id = ? AND started_at = ? AND is_complete = 1';
    if (connection.get(sql, run.runId, run.startedAt) === undefined) throw goneError(path);
  } finally {
    connection.close();
  }
}

function goneError(path: string): AppError {
  return new AppError({
    code: 'store_gone',
    message: `${path} was deleted or replaced`,
    path: dirname(path),
  });
}
