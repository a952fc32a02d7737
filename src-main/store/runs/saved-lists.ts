import type { RefreshRun, SavedListStatus } from '../../../src-shared/saved-list.ts';
import { number } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import { findUnfinishedFullRun, getRun, noChanges, type RunRecord } from './refresh-runs.ts';

export interface SavedList {
  /** The last complete full run, whose rows are the list. */
  runId: number;
  /** How many rows the list has, including those that filtered runs added. */
  tenants: number;
  /** Increases with every change of the rows. */
  version: number;
}

export function findSavedList(connection: Connection, listId: string): SavedList | null {
  const row = connection.get(
    'SELECT run_id, tenants, version FROM saved_list WHERE list_id = ?',
    listId,
  );
  return row === undefined
    ? null
    : {
        runId: number(row, 'run_id'),
        tenants: number(row, 'tenants'),
        version: number(row, 'version'),
      };
}

export function setSavedList(connection: Connection, listId: string, list: SavedList): void {
  connection.run(
    'INSERT OR REPLACE INTO saved_list (list_id, run_id, tenants, version) VALUES (?, ?, ?, ?)',
    listId,
    list.runId,
    list.tenants,
    list.version,
  );
}

/** What is shown of a list: the saved list, or the rows that its unfinished first run has read so far. */
export interface ShownList {
  record: RunRecord;
  tenants: number;
  fetchedAt: string;
  /** Differs whenever the rows differ; negative for a first run, which only appends rows. */
  version: number;
}

/** Returns `null` if the list was never read. */
export function findShownList(connection: Connection, listId: string): ShownList | null {
  const saved = findSavedList(connection, listId);
  if (saved !== null) {
    const record = getRun(connection, saved.runId);
    const fetchedAt = record.run.endedAt ?? record.run.startedAt;
    return { record, tenants: saved.tenants, fetchedAt, version: saved.version };
  }
  const record = findUnfinishedFullRun(connection, listId);
  if (record?.lastPageAt == null) return null;
  const { rows } = record.run;
  return { record, tenants: rows, fetchedAt: record.lastPageAt, version: -rows };
}

export function getStatus(
  connection: Connection,
  listId: string,
  interruptedRun: RefreshRun | null,
): SavedListStatus {
  const shown = findShownList(connection, listId);
  const isComplete = shown?.record.run.isComplete === true;
  return {
    state: shown === null ? 'none' : isComplete ? 'complete' : 'partial',
    tenants: shown?.tenants ?? 0,
    fetchedAt: shown?.fetchedAt ?? null,
    readInFullAt: null,
    shrunkRun: null,
    unreadableRows: 0,
    quickRefreshOff: null,
    completeRun: isComplete ? shown.record.run : null,
    interruptedRun,
    changes: shown?.record.changes ?? noChanges,
    accounts: { complete: isComplete ? 1 : 0, of: 1 },
  };
}
