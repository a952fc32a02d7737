import type { SavedListStatus, Walk } from '../../src-shared/saved-list.ts';
import type { Connection } from './connection.ts';
import { number } from './values.ts';
import { getUnfinishedWhole, getWalk, type WalkRecord } from './walks.ts';

/** Which walk's rows an account shows, how many they are by now, and a number that is raised with every change. */
export interface SavedList {
  walkId: number;
  tenants: number;
  version: number;
}

export function getSavedList(connection: Connection, accountId: string): SavedList | null {
  const row = connection.get(
    'SELECT walk_id, tenants, version FROM saved_list WHERE account_id = ?',
    accountId,
  );
  return row === undefined
    ? null
    : {
        walkId: number(row, 'walk_id'),
        tenants: number(row, 'tenants'),
        version: number(row, 'version'),
      };
}

/** What can be listed of an account. */
export interface Shown {
  record: WalkRecord;
  tenants: number;
  fetchedAt: string;
  version: number;
}

/** The saved list, or, before there is one, what the first walk has read so far; `null` before its first page. */
export function getShown(connection: Connection, accountId: string): Shown | null {
  const saved = getSavedList(connection, accountId);
  if (saved !== null) {
    const record = getWalk(connection, saved.walkId);
    if (record === null) throw new Error('The saved list has no walk');
    const fetchedAt = record.walk.endedAt ?? record.walk.startedAt;
    return { record, tenants: saved.tenants, fetchedAt, version: saved.version };
  }
  const record = getUnfinishedWhole(connection, accountId);
  if (record?.lastPageAt == null) return null;
  const { rows } = record.walk;
  return { record, tenants: rows, fetchedAt: record.lastPageAt, version: -rows };
}

/** @param brokenWalk the walk that can be gone on with. */
export function getStatus(
  connection: Connection,
  accountId: string,
  brokenWalk: Walk | null,
): SavedListStatus {
  const shown = getShown(connection, accountId);
  const isComplete = shown?.record.walk.isComplete === true;
  return {
    state: shown === null ? 'none' : isComplete ? 'complete' : 'partial',
    tenants: shown?.tenants ?? 0,
    fetchedAt: shown?.fetchedAt ?? null,
    completeWalk: isComplete ? shown.record.walk : null,
    brokenWalk,
    changes: shown?.record.changes ?? { new: 0, changed: 0, gone: 0 },
    accounts: { complete: isComplete ? 1 : 0, of: 1 },
  };
}
