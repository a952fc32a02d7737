import type { SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import type { Connection } from './connection.ts';
import { number } from './values.ts';
import { getUnfinishedFull, getRun, type RunRecord } from './refresh-runs.ts';

/** Which run's rows an account shows, how many they are by now, and a number that is raised with every change. */
export interface SavedList {
  runId: number;
  tenants: number;
  version: number;
}

export function getSavedList(connection: Connection, accountId: string): SavedList | null {
  const row = connection.get(
    'SELECT run_id, tenants, version FROM saved_list WHERE account_id = ?',
    accountId,
  );
  return row === undefined
    ? null
    : {
        runId: number(row, 'run_id'),
        tenants: number(row, 'tenants'),
        version: number(row, 'version'),
      };
}

/** What can be listed of an account. */
export interface Shown {
  record: RunRecord;
  tenants: number;
  fetchedAt: string;
  version: number;
}

/** The saved list, or, before there is one, what the first run has read so far; `null` before its first page. */
export function getShown(connection: Connection, accountId: string): Shown | null {
  const saved = getSavedList(connection, accountId);
  if (saved !== null) {
    const record = getRun(connection, saved.runId);
    if (record === null) throw new Error('The saved list has no run');
    const fetchedAt = record.run.endedAt ?? record.run.startedAt;
    return { record, tenants: saved.tenants, fetchedAt, version: saved.version };
  }
  const record = getUnfinishedFull(connection, accountId);
  if (record?.lastPageAt == null) return null;
  const { rows } = record.run;
  return { record, tenants: rows, fetchedAt: record.lastPageAt, version: -rows };
}

/** @param interruptedRun the run that can be gone on with. */
export function getStatus(
  connection: Connection,
  accountId: string,
  interruptedRun: RefreshRun | null,
): SavedListStatus {
  const shown = getShown(connection, accountId);
  const isComplete = shown?.record.run.isComplete === true;
  return {
    state: shown === null ? 'none' : isComplete ? 'complete' : 'partial',
    tenants: shown?.tenants ?? 0,
    fetchedAt: shown?.fetchedAt ?? null,
    completeRun: isComplete ? shown.record.run : null,
    interruptedRun,
    changes: shown?.record.changes ?? { new: 0, changed: 0, gone: 0 },
    accounts: { complete: isComplete ? 1 : 0, of: 1 },
  };
}
