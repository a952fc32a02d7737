import { deleteIndex } from '../index/index-parts.ts';
import { RowSet, rowSetKinds } from '../rows/row-set.ts';
import { number, text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';
import { findSavedList } from './saved-lists.ts';

/**
 * Deletes the unfinished runs of a list that a new run makes useless. A new full run reads all rows again, so it replaces
 * an interrupted one. A run that waits for the user's decision is kept. Other runs are never resumed.
 */
export function deleteUselessRuns(
  connection: Connection,
  { listId, isNewRunFull }: { listId: string; isNewRunFull: boolean },
): void {
  const useless = connection.all(
    `SELECT run_id FROM refresh_run WHERE list_id = ? AND is_complete = 0
       AND (kind <> 'full' OR (? AND error_code IS NOT 'list_shrank'))`,
    listId,
    Number(isNewRunFull),
  );
  deleteRuns(connection, useless);
}

/**
 * Deletes the unfinished runs that began before a complete run. Their rows are older than the list now is, and the order
 * of the runs must be the order in which they changed the list.
 */
export function deleteOvertakenRuns(connection: Connection, listId: string, runId: number): void {
  const overtaken = connection.all(
    'SELECT run_id FROM refresh_run WHERE list_id = ? AND is_complete = 0 AND run_id < ?',
    listId,
    runId,
  );
  deleteRuns(connection, overtaken);
}

export function deleteRun(connection: Connection, runId: number): void {
  deleteRuns(connection, [{ run_id: runId }]);
}

/** Deletes a saved list and all of its runs. */
export function deleteList(connection: Connection, listId: string): void {
  const saved = findSavedList(connection, listId);
  // The run that the set is named after may have been deleted.
  if (saved !== null) deleteRows(new RowSet(connection, saved.goneRunId, 'gone'));
  deleteRuns(
    connection,
    connection.all('SELECT run_id FROM refresh_run WHERE list_id = ?', listId),
  );
  connection.run('DELETE FROM saved_list WHERE list_id = ?', listId);
}

/** Returns the ids of the lists that have rows or runs and begin with `start`. */
export function findListIds(connection: Connection, start: string): string[] {
  return connection
    .all('SELECT list_id FROM saved_list UNION SELECT list_id FROM refresh_run')
    .map((row) => text(row, 'list_id'))
    .filter((listId) => listId.startsWith(start));
}

function deleteRuns(connection: Connection, rows: readonly Row[]): void {
  for (const row of rows) {
    const runId = number(row, 'run_id');
    for (const kind of rowSetKinds) deleteRows(new RowSet(connection, runId, kind));
    for (const table of ['tenant_change', 'unreadable_row', 'refresh_run']) {
      connection.run(`DELETE FROM ${table} WHERE run_id = ?`, runId);
    }
  }
}

function deleteRows(rowSet: RowSet): void {
  rowSet.deleteRows();
  deleteIndex(rowSet);
}
