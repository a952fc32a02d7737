import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import { assertExists, goneError } from '../sqlite/assert-exists.ts';
import { Connection } from '../sqlite/connection.ts';

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
