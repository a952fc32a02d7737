import { number, numberOrNull, text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';
import { GoneRows } from './gone-rows.ts';
import { findSavedList, setSavedList, type SavedList } from './saved-lists.ts';

const day = 24 * 60 * 60_000;

/** After how many days only one of the runs of a day is kept, if they found no changes. */
const daysOfAllRuns = 30;

/** Days begin at midnight in Vietnam, which is 7 hours ahead of UTC and has no summer time. */
const zoneOfDays = '+7 hours';

/**
 * Deletes what a list no longer needs of its history: changes that are older than `historyDays`, and older runs without
 * changes, except the last run of each day.
 *
 * @param historyDays 0 keeps all changes.
 */
export function deleteHistory(
  connection: Connection,
  listId: string,
  { now, historyDays }: { now: string; historyDays: number },
): void {
  const saved = findSavedList(connection, listId);
  if (saved === null) return;
  const today = Date.parse(earlier(now, findPreviousEnd(connection, listId)));
  const daysBefore = (days: number) => new Date(today - days * day).toISOString();
  if (historyDays !== 0) deleteChanges(connection, listId, saved, daysBefore(historyDays));
  deleteRunsWithoutChanges(connection, listId, daysBefore(daysOfAllRuns));
}

/** Returns when the run before the last one ended. If the clock is wrong now, it may have been right then. */
function findPreviousEnd(connection: Connection, listId: string): string | null {
  const row = connection.get(
    `SELECT ended_at FROM refresh_run WHERE list_id = ? AND is_complete = 1
       ORDER BY run_id DESC LIMIT 1 OFFSET 1`,
    listId,
  );
  return row === undefined ? null : text(row, 'ended_at');
}

function earlier(time: string, otherTime: string | null): string {
  return otherTime !== null && otherTime < time ? otherTime : time;
}

/**
 * Deletes the changes of the runs that ended before a time. The list as the last of these runs left it becomes the oldest
 * that is known. A run with a later number is always kept, because a clock that was wrong must not leave a gap.
 */
function deleteChanges(
  connection: Connection,
  listId: string,
  saved: SavedList,
  time: string,
): void {
  const row = connection.get(
    `SELECT max(run_id) AS run_id FROM refresh_run WHERE list_id = ?1 AND is_complete = 1
       AND run_id < (SELECT min(run_id) FROM refresh_run
         WHERE list_id = ?1 AND is_complete = 1 AND run_id > ?2 AND ended_at >= ?3)`,
    listId,
    saved.firstRunId,
    time,
  );
  const firstRunId = numberOrNull(row ?? {}, 'run_id');
  if (firstRunId === null || firstRunId <= saved.firstRunId) return;
  const gone = new GoneRows(connection, saved);
  for (const tenantId of findForgotten(connection, listId, firstRunId)) gone.remove(tenantId);
  setSavedList(connection, listId, {
    ...saved,
    firstRunId,
    goneTenants: gone.length,
    seenRunId: saved.seenRunId && Math.max(saved.seenRunId, firstRunId),
    exportedRunId: saved.exportedRunId && Math.max(saved.exportedRunId, firstRunId),
  });
  connection.run(
    `DELETE FROM tenant_change WHERE run_id IN
       (SELECT run_id FROM refresh_run WHERE list_id = ? AND run_id <= ?)`,
    listId,
    firstRunId,
  );
  const old = connection.all(
    `SELECT run_id FROM refresh_run
       WHERE list_id = ? AND is_complete = 1 AND run_id < ? AND run_id NOT IN (?, ?)`,
    listId,
    firstRunId,
    saved.runId,
    saved.latestRunId,
  );
  deleteRuns(connection, old);
}

/** Finds the tenants that were gone after a run and have not come back since. */
function findForgotten(connection: Connection, listId: string, runId: number): string[] {
  return connection
    .all(
      `SELECT DISTINCT tenant_id FROM refresh_run CROSS JOIN tenant_change USING (run_id)
         WHERE list_id = ?1 AND run_id <= ?2 AND tenant_change.kind = 'gone' AND NOT EXISTS
           (SELECT 1 FROM tenant_change later JOIN refresh_run later_run USING (run_id)
             WHERE later.tenant_id = tenant_change.tenant_id AND later.run_id > ?2
               AND later_run.list_id = ?1)`,
      listId,
      runId,
    )
    .map((row) => text(row, 'tenant_id'));
}

/** Deletes the runs that ended before a time and recorded no changes. Keeps the last run of each day. */
function deleteRunsWithoutChanges(connection: Connection, listId: string, time: string): void {
  const useless = connection.all(
    `SELECT old.run_id FROM (
         SELECT run_id, row_number() OVER
             (PARTITION BY date(ended_at, ?3) ORDER BY run_id DESC) AS from_last
           FROM refresh_run WHERE list_id = ?1 AND is_complete = 1 AND ended_at < ?2) AS old
       WHERE from_last > 1
         AND NOT EXISTS (SELECT 1 FROM tenant_change WHERE tenant_change.run_id = old.run_id)
         AND NOT EXISTS (SELECT 1 FROM saved_list WHERE list_id = ?1 AND old.run_id IN
           (run_id, latest_run_id, first_run_id, seen_run_id, exported_run_id))`,
    listId,
    time,
    zoneOfDays,
  );
  deleteRuns(connection, useless);
}

/** Deletes complete runs, which have no rows of their own. */
function deleteRuns(connection: Connection, rows: readonly Row[]): void {
  for (const row of rows) {
    const runId = number(row, 'run_id');
    connection.run('DELETE FROM unreadable_row WHERE run_id = ?', runId);
    connection.run('DELETE FROM refresh_run WHERE run_id = ?', runId);
  }
}
