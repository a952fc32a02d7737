import type { RefreshRun, SavedListStatus } from '../../../src-shared/saved-list.ts';
import type { Connection } from '../sqlite/connection.ts';
import { findUnfinishedFullRun, getRun, noChanges, type RunRecord } from './refresh-runs.ts';
import { findSavedList } from './saved-lists.ts';

/** What is shown of a list: the saved list, or the rows that its unfinished first run has read so far. */
export interface ShownList {
  record: RunRecord;
  tenants: number;
  fetchedAt: string;
  /** Differs whenever the rows differ; negative for a first run, which only appends rows. */
  version: number;
  /** The rows of gone tenants; `null` if the list was not read to its end. */
  gone: { runId: number; length: number } | null;
}

/** Returns `null` if the list was never read. */
export function findShownList(connection: Connection, listId: string): ShownList | null {
  const saved = findSavedList(connection, listId);
  if (saved !== null) {
    const record = getRun(connection, saved.runId);
    const fetchedAt = record.run.endedAt ?? record.run.startedAt;
    const gone = { runId: saved.goneRunId, length: saved.goneTenants };
    return { record, tenants: saved.tenants, fetchedAt, version: saved.version, gone };
  }
  const record = findUnfinishedFullRun(connection, listId);
  if (record?.lastPageAt == null) return null;
  const { rows } = record.run;
  return { record, tenants: rows, fetchedAt: record.lastPageAt, version: -rows, gone: null };
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
