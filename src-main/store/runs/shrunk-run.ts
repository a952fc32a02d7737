import { AppError, type ErrorCode } from '../../../src-shared/errors.ts';
import type { Connection } from '../sqlite/connection.ts';
import { getUnfinishedRun, setErrorCode, toRecord, type RunRecord } from './refresh-runs.ts';

/** The error code of a full run that has read all pages and waits for the user's decision. */
export const shrunk = 'list_shrank' satisfies ErrorCode;

/** Finds the full run that would have shrunk a list. */
export function findShrunkRun(connection: Connection, listId: string): RunRecord | null {
  const row = connection.get(
    `SELECT * FROM refresh_run WHERE list_id = ? AND is_complete = 0 AND error_code = ?
       ORDER BY run_id DESC`,
    listId,
    shrunk,
  );
  return row === undefined ? null : toRecord(row);
}

/** @throws AppError `nothing_to_resume` if the run does not wait for a decision any more. */
export function getShrunkRun(connection: Connection, listId: string, runId: number): RunRecord {
  const record = getUnfinishedRun(connection, runId);
  if (record.listId === listId && record.run.errorCode === shrunk) return record;
  throw new AppError({
    code: 'nothing_to_resume',
    message: `Refresh run ${runId} does not wait for a decision`,
  });
}

export function setShrunk(connection: Connection, runId: number): void {
  setErrorCode(connection, runId, shrunk);
  connection.run('UPDATE refresh_run SET next_cursor = NULL WHERE run_id = ?', runId);
}
