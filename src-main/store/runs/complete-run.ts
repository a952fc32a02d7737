import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { deleteIndex } from '../index/index-parts.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { deleteHistory } from './delete-history.ts';
import { deleteOvertakenRuns } from './delete-runs.ts';
import { mergeIntoList } from './merge-into-list.ts';
import {
  getRun,
  insertQuickRun,
  setComplete,
  type ChangeCounts,
  type RunRecord,
} from './refresh-runs.ts';
import { replaceList } from './replace-list.ts';
import { findSavedList } from './saved-lists.ts';
import { setShrunk } from './shrunk-run.ts';
import { insertUnreadable } from './unreadable-rows.ts';

interface CompleteOptions {
  /** When the run ends. */
  now: string;
  /** How long the history is kept; 0 is always. */
  historyDays: number;
  /** Whether the list may lose more than half of its tenants. */
  mayShrink?: boolean;
}

/** What a quick run has read. */
export interface QuickRun {
  /** The rows, each tenant once. */
  rows: readonly { tenant: ListRecord; raw: string }[];
  /** The JSON of each row that is not a tenant. */
  unreadable: readonly string[];
  /** ISO 8601 in UTC. */
  startedAt: string;
  milliseconds: number;
  pages: number;
  /** Rows of tenants that had been read before. */
  duplicates: number;
}

/**
 * Ends a full or filtered run that has read its last page, and changes the list accordingly. A full run that would shrink
 * the list does not become complete, but waits for a decision.
 */
export function completeRun(
  connection: Connection,
  record: RunRecord,
  options: CompleteOptions,
): RefreshRun {
  const { listId, run } = record;
  const changes = changeList(connection, record, options);
  if (changes === null) setShrunk(connection, run.runId);
  else endRun(connection, { listId, runId: run.runId, changes }, options);
  if (run.kind === 'full' || findSavedList(connection, listId) !== null) {
    deleteOvertakenRuns(connection, listId, run.runId);
  }
  return getRun(connection, run.runId).run;
}

function changeList(
  connection: Connection,
  record: RunRecord,
  { now, mayShrink = false }: CompleteOptions,
): ChangeCounts | null {
  if (record.run.kind === 'full') return replaceList(connection, record, { mayShrink, now });
  const { listId, run } = record;
  const read = new RowSet(connection, run.runId, 'read');
  const changes = mergeIntoList(connection, { listId, run, rows: read.firstRows(run.rows) });
  read.deleteRows();
  deleteIndex(read);
  return changes;
}

/** Stores a quick run and merges its rows into the list. */
export function completeQuickRun(
  connection: Connection,
  listId: string,
  read: QuickRun,
  options: CompleteOptions,
): RefreshRun {
  const runId = insertQuickRun(connection, {
    ...read,
    listId,
    rows: read.rows.length,
    unreadableRows: read.unreadable.length,
    endedAt: options.now,
  });
  insertUnreadable(connection, runId, read.unreadable);
  const { startedAt, milliseconds } = read;
  const run = { runId, kind: 'quick', startedAt, milliseconds } as const;
  const changes = mergeIntoList(connection, { listId, run, rows: read.rows });
  endRun(connection, { listId, runId, changes }, options);
  deleteOvertakenRuns(connection, listId, runId);
  return getRun(connection, runId).run;
}

function endRun(
  connection: Connection,
  { listId, runId, changes }: { listId: string; runId: number; changes: ChangeCounts },
  { now, historyDays }: CompleteOptions,
): void {
  setComplete(connection, runId, { endedAt: now, changes });
  deleteHistory(connection, listId, { now, historyDays });
}
