import { z } from 'zod';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import { AppError } from '../../../src-shared/errors.ts';
import {
  refreshRunSchema,
  type RefreshRun,
  type SavedListStatus,
} from '../../../src-shared/saved-list.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import { ListIndex } from '../index/list-index.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { RowSet } from '../rows/row-set.ts';
import { number, text, textOrNull } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';
import { deleteUnfinishedRuns } from './delete-runs.ts';

export type ChangeCounts = SavedListStatus['changes'];

export const noChanges: ChangeCounts = { new: 0, changed: 0, gone: 0 };

/** A stored run: its public fields (`run`), and the fields that only the store needs. */
export interface RunRecord {
  run: RefreshRun;
  listId: string;
  /** The cursor of the next page; `null` before the first and after the last page. */
  nextCursor: string | null;
  lastPageAt: string | null;
  changes: ChangeCounts;
}

/** A page that a run has read. */
export interface RunPage {
  rows: readonly { tenant: Tenant; raw: string }[];
  /** The JSON of each row that is not a tenant. */
  unreadable: readonly string[];
  /** The cursor of the next page; `null` after the last page. */
  cursor: string | null;
  /** How long it took to read this page. */
  milliseconds: number;
}

const storedPeriodsSchema = z.array(z.tuple([z.string(), z.string().nullable()]));

/** Leaves out a period in which no page was read. */
function readPeriods(row: Row): RefreshRun['periods'] {
  return storedPeriodsSchema
    .parse(JSON.parse(text(row, 'periods')))
    .flatMap(([from, to]) => (to === null ? [] : [{ from, to }]));
}

function toRecord(row: Row): RunRecord {
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
    changes: {
      new: number(row, 'new_tenants'),
      changed: number(row, 'changed_tenants'),
      gone: number(row, 'gone_tenants'),
    },
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
  run: { listId: string; startedAt: string } & Pick<RefreshRun, 'kind' | 'filter'>,
): number {
  const { name = null, ownerId = null } = run.filter;
  deleteUnfinishedRuns(connection, { listId: run.listId, isNewRunFull: run.kind === 'full' });
  const { insertedId } = connection.run(
    `INSERT INTO refresh_run (list_id, kind, filter_name, filter_owner_id, started_at)
       VALUES (?, ?, ?, ?, ?)`,
    run.listId,
    run.kind,
    name,
    ownerId,
    run.startedAt,
  );
  beginPeriod(connection, insertedId, run.startedAt);
  return insertedId;
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

/** Adds a page to the rows of a run. The saved list does not change. Returns how many rows are new to the run. */
export function addPage(
  connection: Connection,
  { run: { runId, rows: rowsBefore } }: RunRecord,
  page: RunPage & { readAt: string },
): number {
  const rowSet = new RowSet(connection, runId, 'read');
  let rows = rowsBefore;
  for (const { tenant, raw } of page.rows) {
    if (rowSet.insert({ place: rows, tenant, raw })) rows++;
  }
  for (const raw of page.unreadable) {
    connection.run('INSERT INTO unreadable_row (run_id, raw) VALUES (?, ?)', runId, raw);
  }
  // Index each segment of words once it is full, so that little work is left when the run completes.
  const indexed = rows - (rows % segmentRows);
  new ListIndex(rowSet, rows).saveWords(segmentsBetween(rowsBefore, indexed));
  connection.run(
    `UPDATE refresh_run SET pages = pages + 1, rows = ?, duplicates = duplicates + ?,
       unreadable_rows = unreadable_rows + ?, next_cursor = ?, last_page_at = ?,
       periods = json_set(periods, '$[#-1][1]', ?), milliseconds = milliseconds + ?,
       error_code = NULL WHERE run_id = ?`,
    rows,
    page.rows.length - (rows - rowsBefore),
    page.unreadable.length,
    page.cursor,
    page.readAt,
    page.readAt,
    page.milliseconds,
    runId,
  );
  return rows - rowsBefore;
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
