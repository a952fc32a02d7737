import { deleteIndex } from '../index/index-parts.ts';
import { RowSet, rowSetKinds } from '../rows/row-set.ts';
import { number } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';

/**
 * Deletes the unfinished runs of a list that a new run makes useless. A new full run reads all rows again, so it
 * replaces an unfinished full run. An unfinished filtered run is never resumed.
 */
export function deleteUnfinishedRuns(
  connection: Connection,
  { listId, isNewRunFull }: { listId: string; isNewRunFull: boolean },
): void {
  const unfinished = connection.all(
    `SELECT run_id FROM refresh_run WHERE list_id = ? AND is_complete = 0
       AND (? OR filter_name IS NOT NULL OR filter_owner_id IS NOT NULL)`,
    listId,
    Number(isNewRunFull),
  );
  deleteRuns(connection, unfinished);
}

/** Deletes old complete runs of a list, with the changes they found. Keeps `keptRuns` full and as many filtered ones. */
export function deleteOldRuns(
  connection: Connection,
  { listId, keptRuns }: { listId: string; keptRuns: number },
): void {
  for (const isFull of [0, 1]) {
    const old = connection.all(
      `SELECT run_id FROM refresh_run WHERE list_id = ? AND is_complete = 1
         AND (filter_name IS NULL AND filter_owner_id IS NULL) = ?
         ORDER BY run_id DESC LIMIT -1 OFFSET ?`,
      listId,
      isFull,
      keptRuns,
    );
    deleteRuns(connection, old);
  }
}

/** Deletes a saved list and all of its runs. */
export function deleteList(connection: Connection, listId: string): void {
  deleteRuns(
    connection,
    connection.all('SELECT run_id FROM refresh_run WHERE list_id = ?', listId),
  );
  connection.run('DELETE FROM saved_list WHERE list_id = ?', listId);
}

function deleteRuns(connection: Connection, rows: readonly Row[]): void {
  for (const row of rows) {
    const runId = number(row, 'run_id');
    for (const kind of rowSetKinds) {
      const rowSet = new RowSet(connection, runId, kind);
      rowSet.deleteRows();
      deleteIndex(rowSet);
    }
    for (const table of ['tenant_change', 'unreadable_row', 'refresh_run']) {
      connection.run(`DELETE FROM ${table} WHERE run_id = ?`, runId);
    }
  }
}
