import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import { walkSchema, type Walk } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { deleteIndex } from './index-file.ts';
import type { Connection, Row } from './connection.ts';
import { ListIndex } from './list-index.ts';
import { deleteRows, insertRow, listOf } from './rows.ts';
import { number, text, textOrNull } from './values.ts';
import { segmentRows } from './word-index.ts';

/** A walk as it is kept: what the contract says of it, and what only the store needs. */
export interface WalkRecord {
  walk: Walk;
  accountId: string;
  /** Of the next page. */
  cursor: string | null;
  lastPageAt: string | null;
  /** Reads everything, and so replaces the list. */
  isWhole: boolean;
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

function toRecord(row: Row): WalkRecord {
  const name = textOrNull(row, 'filter_name');
  const ownerId = textOrNull(row, 'filter_owner_id');
  return {
    walk: walkSchema.parse({
      walkId: row.walk_id,
      filter: { ...(name !== null && { name }), ...(ownerId !== null && { ownerId }) },
      startedAt: row.started_at,
      endedAt: row.ended_at,
      milliseconds: Math.round(number(row, 'milliseconds')),
      pages: row.pages,
      rows: row.rows,
      doubles: row.doubles,
      unreadableRows: row.unreadable_rows,
      isComplete: row.is_complete === 1,
      errorCode: row.error_code,
    }),
    accountId: text(row, 'account_id'),
    cursor: textOrNull(row, 'cursor'),
    lastPageAt: textOrNull(row, 'last_page_at'),
    isWhole: name === null && ownerId === null,
    changes: {
      new: number(row, 'new_tenants'),
      changed: number(row, 'changed_tenants'),
      gone: number(row, 'gone_tenants'),
    },
  };
}

export function getWalk(connection: Connection, walkId: number): WalkRecord | null {
  const row = connection.get('SELECT * FROM walk WHERE walk_id = ?', walkId);
  return row === undefined ? null : toRecord(row);
}

/** @throws AppError `nothing_to_continue` when it has ended, or was thrown away. */
export function getUnfinished(connection: Connection, walkId: number): WalkRecord {
  const record = getWalk(connection, walkId);
  if (record === null || record.walk.isComplete) {
    throw new AppError({ code: 'nothing_to_continue', message: `Walk ${walkId} has ended` });
  }
  return record;
}

/** The whole walk of an account that has not come to its end, running or broken off. */
export function getUnfinishedWhole(connection: Connection, accountId: string): WalkRecord | null {
  const row = connection.get(
    `SELECT * FROM walk WHERE account_id = ? AND is_complete = 0 AND filter_name IS NULL
       AND filter_owner_id IS NULL ORDER BY walk_id DESC`,
    accountId,
  );
  return row === undefined ? null : toRecord(row);
}

/** Begins a walk and throws away the unfinished ones that nobody can need any more. */
export function beginWalk(
  connection: Connection,
  walk: { accountId: string; filter: Walk['filter']; startedAt: string },
): number {
  const { name = null, ownerId = null } = walk.filter;
  const isWhole = name === null && ownerId === null;
  const unfinished = connection.all(
    `SELECT walk_id FROM walk WHERE account_id = ? AND is_complete = 0
       AND (? OR filter_name IS NOT NULL OR filter_owner_id IS NOT NULL)`,
    walk.accountId,
    Number(isWhole),
  );
  for (const row of unfinished) deleteWalk(connection, number(row, 'walk_id'));
  return connection.run(
    'INSERT INTO walk (account_id, filter_name, filter_owner_id, started_at) VALUES (?, ?, ?, ?)',
    walk.accountId,
    name,
    ownerId,
    walk.startedAt,
  ).insertedId;
}

/**
 * Adds one page to a walk's own rows; the list that is shown knows nothing of it.
 *
 * @returns how many of its rows the walk had not met before.
 */
export function addPage(
  connection: Connection,
  { walk: { walkId, rows } }: WalkRecord,
  page: Page & { at: string },
): number {
  const list = listOf(walkId, 'read');
  let place = rows;
  for (const { tenant, raw } of page.rows) {
    if (insertRow(connection, { list, place, tenant, raw })) place++;
  }
  for (const raw of page.unreadable) {
    connection.run('INSERT INTO unreadable_row (walk_id, raw) VALUES (?, ?)', walkId, raw);
  }
  // As they fill up, so that little is left to do when the walk is complete.
  const filled = place - (place % segmentRows);
  new ListIndex(list, filled).saveWords(connection, (_from, to) => to > rows);
  connection.run(
    `UPDATE walk SET pages = pages + 1, rows = ?, doubles = doubles + ?,
       unreadable_rows = unreadable_rows + ?, cursor = ?, last_page_at = ?,
       milliseconds = milliseconds + ?, error_code = NULL WHERE walk_id = ?`,
    place,
    page.rows.length - (place - rows),
    page.unreadable.length,
    page.cursor,
    page.at,
    page.milliseconds,
    walkId,
  );
  return place - rows;
}

export function setBrokenOff(
  connection: Connection,
  walkId: number,
  errorCode: ErrorCode | null,
): void {
  connection.run('UPDATE walk SET error_code = ? WHERE walk_id = ?', errorCode, walkId);
}

export function setComplete(
  connection: Connection,
  walkId: number,
  { endedAt, changes }: { endedAt: string; changes: WalkRecord['changes'] },
): void {
  connection.run(
    `UPDATE walk SET is_complete = 1, ended_at = ?, cursor = NULL, error_code = NULL,
       new_tenants = ?, changed_tenants = ?, gone_tenants = ? WHERE walk_id = ?`,
    endedAt,
    changes.new,
    changes.changed,
    changes.gone,
    walkId,
  );
}

/** Keeps so many complete walks, whole and filtered ones each; what older ones found is forgotten. */
export function forgetOldWalks(connection: Connection, accountId: string, kept: number): void {
  for (const isWhole of [0, 1]) {
    const old = connection.all(
      `SELECT walk_id FROM walk WHERE account_id = ? AND is_complete = 1
         AND (filter_name IS NULL AND filter_owner_id IS NULL) = ?
         ORDER BY walk_id DESC LIMIT -1 OFFSET ?`,
      accountId,
      isWhole,
      kept,
    );
    for (const row of old) deleteWalk(connection, number(row, 'walk_id'));
  }
}

/** Forgets an account's list and every walk of it. */
export function deleteEverything(connection: Connection, accountId: string): void {
  const walks = connection.all('SELECT walk_id FROM walk WHERE account_id = ?', accountId);
  for (const row of walks) deleteWalk(connection, number(row, 'walk_id'));
  connection.run('DELETE FROM saved_list WHERE account_id = ?', accountId);
}

function deleteWalk(connection: Connection, walkId: number): void {
  for (const part of ['read', 'gone', 'before'] as const) {
    deleteRows(connection, listOf(walkId, part));
    deleteIndex(connection, listOf(walkId, part));
  }
  connection.run('DELETE FROM change WHERE walk_id = ?', walkId);
  connection.run('DELETE FROM unreadable_row WHERE walk_id = ?', walkId);
  connection.run('DELETE FROM walk WHERE walk_id = ?', walkId);
}
