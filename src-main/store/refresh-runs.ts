import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import { refreshRunSchema, type RefreshRun } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { deleteIndex } from './index-file.ts';
import type { Connection, Row } from './connection.ts';
import { ListIndex } from './list-index.ts';
import { deleteRows, insertRow, listOf } from './rows.ts';
import { number, text, textOrNull } from './values.ts';
import { segmentRows } from './word-index.ts';

/** A run as it is kept: what the contract says of it, and what only the store needs. */
export interface RunRecord {
  run: RefreshRun;
  accountId: string;
  /** Of the next page. */
  cursor: string | null;
  lastPageAt: string | null;
  /** Reads everything, and so replaces the list. */
  isFull: boolean;
  changes: { new: number; changed: number; gone: number };
}

export interface Page {
  rows: readonly { tenant: Tenant; raw: string }[];
  /** What was no tenant, as it came. */
  unreadable: readonly string[];
  /** Of the next page, `null` at the end. */
  cursor: string | null;
  /** The time this page took. */
  milliseconds: number;
}

function toRecord(row: Row): RunRecord {
  const name = textOrNull(row, 'filter_name');
  const ownerId = textOrNull(row, 'filter_owner_id');
  return {
    run: refreshRunSchema.parse({
      runId: row.run_id,
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
    accountId: text(row, 'account_id'),
    cursor: textOrNull(row, 'cursor'),
    lastPageAt: textOrNull(row, 'last_page_at'),
    isFull: name === null && ownerId === null,
    changes: {
      new: number(row, 'new_tenants'),
      changed: number(row, 'changed_tenants'),
      gone: number(row, 'gone_tenants'),
    },
  };
}

export function getRun(connection: Connection, runId: number): RunRecord | null {
  const row = connection.get('SELECT * FROM refresh_run WHERE run_id = ?', runId);
  return row === undefined ? null : toRecord(row);
}

/** @throws AppError `nothing_to_continue` when it has ended, or was thrown away. */
export function getUnfinished(connection: Connection, runId: number): RunRecord {
  const record = getRun(connection, runId);
  if (record === null || record.run.isComplete) {
    throw new AppError({ code: 'nothing_to_continue', message: `RefreshRun ${runId} has ended` });
  }
  return record;
}

/** The whole run of an account that has not come to its end, running or broken off. */
export function getUnfinishedFull(connection: Connection, accountId: string): RunRecord | null {
  const row = connection.get(
    `SELECT * FROM refresh_run WHERE account_id = ? AND is_complete = 0 AND filter_name IS NULL
       AND filter_owner_id IS NULL ORDER BY run_id DESC`,
    accountId,
  );
  return row === undefined ? null : toRecord(row);
}

/** Begins a run and throws away the unfinished ones that nobody can need any more. */
export function beginRun(
  connection: Connection,
  run: { accountId: string; filter: RefreshRun['filter']; startedAt: string },
): number {
  const { name = null, ownerId = null } = run.filter;
  const isFull = name === null && ownerId === null;
  const unfinished = connection.all(
    `SELECT run_id FROM refresh_run WHERE account_id = ? AND is_complete = 0
       AND (? OR filter_name IS NOT NULL OR filter_owner_id IS NOT NULL)`,
    run.accountId,
    Number(isFull),
  );
  for (const row of unfinished) deleteRun(connection, number(row, 'run_id'));
  return connection.run(
    'INSERT INTO refresh_run (account_id, filter_name, filter_owner_id, started_at) VALUES (?, ?, ?, ?)',
    run.accountId,
    name,
    ownerId,
    run.startedAt,
  ).insertedId;
}

/**
 * Adds one page to a run's own rows; the list that is shown knows nothing of it.
 *
 * @returns how many of its rows the run had not met before.
 */
export function addPage(
  connection: Connection,
  { run: { runId, rows } }: RunRecord,
  page: Page & { at: string },
): number {
  const list = listOf(runId, 'read');
  let place = rows;
  for (const { tenant, raw } of page.rows) {
    if (insertRow(connection, { list, place, tenant, raw })) place++;
  }
  for (const raw of page.unreadable) {
    connection.run('INSERT INTO unreadable_row (run_id, raw) VALUES (?, ?)', runId, raw);
  }
  // As they fill up, so that little is left to do when the run is complete.
  const filled = place - (place % segmentRows);
  new ListIndex(list, filled).saveWords(connection, (_from, to) => to > rows);
  connection.run(
    `UPDATE refresh_run SET pages = pages + 1, rows = ?, duplicates = duplicates + ?,
       unreadable_rows = unreadable_rows + ?, cursor = ?, last_page_at = ?,
       milliseconds = milliseconds + ?, error_code = NULL WHERE run_id = ?`,
    place,
    page.rows.length - (place - rows),
    page.unreadable.length,
    page.cursor,
    page.at,
    page.milliseconds,
    runId,
  );
  return place - rows;
}

export function setInterrupted(
  connection: Connection,
  runId: number,
  errorCode: ErrorCode | null,
): void {
  connection.run('UPDATE refresh_run SET error_code = ? WHERE run_id = ?', errorCode, runId);
}

export function setComplete(
  connection: Connection,
  runId: number,
  { endedAt, changes }: { endedAt: string; changes: RunRecord['changes'] },
): void {
  connection.run(
    `UPDATE refresh_run SET is_complete = 1, ended_at = ?, cursor = NULL, error_code = NULL,
       new_tenants = ?, changed_tenants = ?, gone_tenants = ? WHERE run_id = ?`,
    endedAt,
    changes.new,
    changes.changed,
    changes.gone,
    runId,
  );
}

/** Keeps so many complete runs, whole and filtered ones each; what older ones found is forgotten. */
export function forgetOldRuns(connection: Connection, accountId: string, kept: number): void {
  for (const isFull of [0, 1]) {
    const old = connection.all(
      `SELECT run_id FROM refresh_run WHERE account_id = ? AND is_complete = 1
         AND (filter_name IS NULL AND filter_owner_id IS NULL) = ?
         ORDER BY run_id DESC LIMIT -1 OFFSET ?`,
      accountId,
      isFull,
      kept,
    );
    for (const row of old) deleteRun(connection, number(row, 'run_id'));
  }
}

/** Forgets an account's list and every run of it. */
export function deleteEverything(connection: Connection, accountId: string): void {
  const walks = connection.all('SELECT run_id FROM refresh_run WHERE account_id = ?', accountId);
  for (const row of walks) deleteRun(connection, number(row, 'run_id'));
  connection.run('DELETE FROM saved_list WHERE account_id = ?', accountId);
}

function deleteRun(connection: Connection, runId: number): void {
  for (const part of ['read', 'gone', 'before'] as const) {
    deleteRows(connection, listOf(runId, part));
    deleteIndex(connection, listOf(runId, part));
  }
  connection.run('DELETE FROM change WHERE run_id = ?', runId);
  connection.run('DELETE FROM unreadable_row WHERE run_id = ?', runId);
  connection.run('DELETE FROM refresh_run WHERE run_id = ?', runId);
}
