import { z } from 'zod';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { refreshRunSchema, type RefreshRun } from '../../../src-shared/saved-list.ts';
import { number, text, textOrNull } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';
import { deleteUselessRuns } from './delete-runs.ts';

export type ChangeCounts = RefreshRun['changes'];

export const noChanges: ChangeCounts = { new: 0, changed: 0, gone: 0 };

/** A stored run: its public fields (`run`), and the fields that only the store needs. */
export interface RunRecord {
  run: RefreshRun;
  listId: string;
  /** The cursor of the next page; `null` before the first and after the last page. */
  nextCursor: string | null;
  lastPageAt: string | null;
}

const storedPeriodsSchema = z.array(z.tuple([z.string(), z.string().nullable()]));

/** Leaves out a period in which no page was read. */
function readPeriods(row: Row): RefreshRun['periods'] {
  return storedPeriodsSchema
    .parse(JSON.parse(text(row, 'periods')))
    .flatMap(([from, to]) => (to === null ? [] : [{ from, to }]));
}

export function toRecord(row: Row): RunRecord {
  const name = textOrNull(row, 'filter_name');
  const ownerId = textOrNull(row, 'filter_owner_id');
  return {
    run: refreshRunSchema.parse({
      runId: row.run_id,
      kind: row.kind,
      periods: readPeriods(row),
      changes: {
        new: row.new_tenants,
        changed: row.changed_tenants,
        gone: row.gone_tenants,
      },
      filter: { ...(name !== null && { name }), ...(ownerId !== null && { ownerId }) },
      startedAt: row.started_at,
      endedAt: row.ended_at,
      milliseconds: Math.round(number(row, 'milliseconds')),
      pages: row.pages,
      rows: row.rows,
      duplicates: row.duplicates,
      unreadableRows: row.unreadable_rows,
      isComplete: row.is_complete === 1,
      errorCode: row.error_code,
    }),
    listId: text(row, 'list_id'),
    nextCursor: textOrNull(row, 'next_cursor'),
    lastPageAt: textOrNull(row, 'last_page_at'),
  };
}

/** @throws if there is no such run. */
export function getRun(connection: Connection, runId: number): RunRecord {
  const record = findRun(connection, runId);
  if (record === null) throw new Error(`There is no refresh run ${runId}`);
  return record;
}

/** @throws AppError `nothing_to_resume` if the run is complete or was deleted. */
export function getUnfinishedRun(connection: Connection, runId: number): RunRecord {
  const record = findRun(connection, runId);
  if (record === null || record.run.isComplete) {
    throw new AppError({ code: 'nothing_to_resume', message: `Refresh run ${runId} has ended` });
  }
  return record;
}

function findRun(connection: Connection, runId: number): RunRecord | null {
  const row = connection.get('SELECT * FROM refresh_run WHERE run_id = ?', runId);
  return row === undefined ? null : toRecord(row);
}

/** Finds the full run of a list that is not complete, whether it is running or interrupted. */
export function findUnfinishedFullRun(connection: Connection, listId: string): RunRecord | null {
  const row = connection.get(
    `SELECT * FROM refresh_run WHERE list_id = ? AND is_complete = 0 AND kind = 'full'
       ORDER BY run_id DESC`,
    listId,
  );
  return row === undefined ? null : toRecord(row);
}

/** Creates a run, and deletes the unfinished runs it makes useless. Returns the id of the new run. */
export function beginRun(
  connection: Connection,
  run: { listId: string; startedAt: string; filter: RefreshRun['filter'] },
): number {
  const { name = null, ownerId = null } = run.filter;
  const isNewRunFull = name === null && ownerId === null;
  deleteUselessRuns(connection, { listId: run.listId, isNewRunFull });
  const { insertedId } = connection.run(
    `INSERT INTO refresh_run (list_id, kind, filter_name, filter_owner_id, started_at)
       VALUES (?, ?, ?, ?, ?)`,
    run.listId,
    isNewRunFull ? 'full' : 'filtered',
    name,
    ownerId,
    run.startedAt,
  );
  beginPeriod(connection, insertedId, run.startedAt);
  return insertedId;
}

/** Creates a quick run that has ended. Returns its id. */
export function insertQuickRun(
  connection: Connection,
  run: { listId: string; endedAt: string } & Pick<
    RefreshRun,
    'startedAt' | 'milliseconds' | 'pages' | 'rows' | 'duplicates' | 'unreadableRows'
  >,
): number {
  return connection.run(
    `INSERT INTO refresh_run (list_id, kind, started_at, last_page_at, periods, milliseconds,
         pages, rows, duplicates, unreadable_rows)
       VALUES (?1, 'quick', ?2, ?3, json_array(json_array(?2, ?3)), ?4, ?5, ?6, ?7, ?8)`,
    run.listId,
    run.startedAt,
    run.endedAt,
    run.milliseconds,
    run.pages,
    run.rows,
    run.duplicates,
    run.unreadableRows,
  ).insertedId;
}

/** Notes when the reading of pages begins, or begins again after an interruption. */
export function beginPeriod(connection: Connection, runId: number, from: string): void {
  connection.run(
    `UPDATE refresh_run SET periods = json_insert(periods, '$[#]', json_array(?, NULL)),
       error_code = NULL WHERE run_id = ?`,
    from,
    runId,
  );
}

/** Stores why a run was interrupted. */
export function setErrorCode(connection: Connection, runId: number, errorCode: ErrorCode): void {
  connection.run('UPDATE refresh_run SET error_code = ? WHERE run_id = ?', errorCode, runId);
}

export function setComplete(
  connection: Connection,
  runId: number,
  { endedAt, changes }: { endedAt: string; changes: ChangeCounts },
): void {
  connection.run(
    `UPDATE refresh_run SET is_complete = 1, ended_at = ?, next_cursor = NULL, error_code = NULL,
       new_tenants = ?, changed_tenants = ?, gone_tenants = ? WHERE run_id = ?`,
    endedAt,
    changes.new,
    changes.changed,
    changes.gone,
    runId,
  );
}
