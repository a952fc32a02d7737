import type { ErrorCode } from '../../../src-shared/errors.ts';
import type { RefreshRun, SavedListStatus } from '../../../src-shared/saved-list.ts';
import { partialVersion } from '../index/partial-version.ts';
import type { Connection } from '../sqlite/connection.ts';
import { findUnfinishedFullRun, getRun, type RunRecord } from './refresh-runs.ts';
import { findSavedList } from './saved-lists.ts';
import { findShrunkRun, shrunk } from './shrunk-run.ts';

/** What is shown of a list: the saved list, or the rows that its unfinished first run has read so far. */
export interface ShownList {
  record: RunRecord;
  tenants: number;
  /** When the oldest page of the last full or quick run was requested; for a partial list, when its last page was read. */
  fetchedAt: string;
  /** Differs whenever the rows differ; negative for a first run. See `onlyAppends`. */
  version: number;
  /** The rows of gone tenants; `null` if the list was not read to its end. */
  gone: { runId: number; length: number } | null;
}

/** Returns `null` if the list was never read. */
export function findShownList(connection: Connection, listId: string): ShownList | null {
  const saved = findSavedList(connection, listId);
  if (saved !== null) {
    const { runId, latestRunId, tenants, version, goneRunId, goneTenants } = saved;
    const record = getRun(connection, runId);
    const latest = latestRunId === runId ? record : getRun(connection, latestRunId);
    const gone = { runId: goneRunId, length: goneTenants };
    return { record, tenants, fetchedAt: latest.run.startedAt, version, gone };
  }
  const record = findUnfinishedFullRun(connection, listId);
  if (record?.lastPageAt == null) return null;
  const { rows, duplicates } = record.run;
  const version = partialVersion({ rows, duplicates });
  return { record, tenants: rows, fetchedAt: record.lastPageAt, version, gone: null };
}

export function getStatus(
  connection: Connection,
  listId: string,
  interruptedRun: RefreshRun | null,
): SavedListStatus {
  const shown = findShownList(connection, listId);
  const saved = findSavedList(connection, listId);
  const fullRun = saved === null ? null : (shown?.record.run ?? null);
  const shrunkRun = saved === null ? null : (findShrunkRun(connection, listId)?.run ?? null);
  return {
    state: shown === null ? 'none' : saved === null ? 'partial' : 'complete',
    tenants: shown?.tenants ?? 0,
    fetchedAt: shown?.fetchedAt ?? null,
    readInFullAt: fullRun?.startedAt ?? null,
    failure: findFailure(connection, listId),
    shrunkRun: shrunkRun && { runId: shrunkRun.runId, rows: shrunkRun.rows },
    unreadableRows: fullRun?.unreadableRows ?? 0,
    quickRefreshOff: saved?.quickOff ?? null,
    completeRun: fullRun,
    interruptedRun,
    accounts: { complete: saved === null ? 0 : 1, of: 1 },
  };
}

function findFailure(connection: Connection, listId: string): ErrorCode | null {
  const errorCode = findUnfinishedFullRun(connection, listId)?.run.errorCode ?? null;
  return errorCode === 'canceled' || errorCode === shrunk ? null : errorCode;
}
