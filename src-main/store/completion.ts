import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { changedFields, compareRuns, type Comparison } from './changes.ts';
import { none } from './collation.ts';
import type { Connection } from './connection.ts';
import { deleteIndex, saveNumbers } from './index-file.ts';
import { ListIndex, type KnownRanks } from './list-index.ts';
import {
  columnList,
  columns,
  deleteRows,
  findTenant,
  insertRow,
  listOf,
  rowId,
  toTenant,
} from './rows.ts';
import { getSavedList, type SavedList } from './saved-lists.ts';
import { text } from './values.ts';
import { getRun, type RunRecord } from './refresh-runs.ts';

/** Makes what a whole run has read the list of its account, and says how it differs from the list before. */
export function replaceList(
  connection: Connection,
  { accountId, run }: RunRecord,
): RunRecord['changes'] {
  const older = getSavedList(connection, accountId);
  const olderRun = older && getRun(connection, older.runId)?.run;
  const comparison = olderRun ? compareRuns(connection, run, olderRun) : null;

  const list = listOf(run.runId, 'read');
  const known = older && comparison ? ranksBefore(connection, older, comparison) : () => undefined;
  const index = new ListIndex(list, run.rows);
  index.save(connection, known);
  // The segments before it were saved as they filled up.
  index.saveWords(connection, (_from, to) => to > run.rows);
  if (comparison !== null) saveNumbers(connection, list, 'kinds', comparison.kinds);

  if (older !== null) {
    deleteIndex(connection, listOf(older.runId, 'read'));
    deleteRows(connection, listOf(older.runId, 'read'));
    deleteRows(connection, listOf(older.runId, 'before'));
  }
  setSavedList(connection, accountId, {
    runId: run.runId,
    tenants: run.rows,
    version: (older?.version ?? 0) + 1,
  });
  return comparison?.counts ?? { new: 0, changed: 0, gone: 0 };
}

/** The ranks of values that are what they were in the list before. */
function ranksBefore(
  connection: Connection,
  older: SavedList,
  { olderPlaces, changedFields }: Comparison,
): KnownRanks {
  const olderIndex = new ListIndex(listOf(older.runId, 'read'), older.tenants);
  return (field) => {
    const ranks = olderIndex.savedRanks(connection, field);
    const bit = 1 << tenantFields.indexOf(field);
    return (
      ranks &&
      olderPlaces.map((olderPlace, place) =>
        ((changedFields[place] ?? 0) & bit) === 0 ? (ranks[olderPlace] ?? none) : none,
      )
    );
  };
}

/**
 * Brings the rows of a filtered run into the list: known tenants become what they are now, others are added at its end,
 * none is removed. What a tenant was at the last whole run is kept for the next one to compare with. Before there is a
 * list, nothing can be brought up to date; rows without an id are left to the whole run.
 */
export function mergeIntoList(connection: Connection, { accountId, run }: RunRecord): void {
  const read = listOf(run.runId, 'read');
  const saved = getSavedList(connection, accountId);
  const fullRun = saved && getRun(connection, saved.runId)?.run;
  if (saved && fullRun) mergeRows(connection, { read, rows: run.rows }, saved, fullRun.rows);
  deleteRows(connection, read);
  deleteIndex(connection, read);
}

function mergeRows(
  connection: Connection,
  { read, rows }: { read: number; rows: number },
  saved: SavedList,
  wholeRows: number,
): void {
  const list = listOf(saved.runId, 'read');
  let { tenants } = saved;
  const changed = new Map<TenantField, Set<number>>();
  for (let at = 0; at < rows; at++) {
    const row = connection.get(
      `SELECT ${columnList}, raw FROM row WHERE row_id = ?`,
      rowId(read, at),
    );
    if (row === undefined) continue;
    const tenant = toTenant(row);
    const raw = text(row, 'raw');
    if (tenant.id === '') continue;
    const old = findTenant(connection, list, tenant.id);
    if (old === null) {
      insertRow(connection, { list, place: tenants++, tenant, raw });
      continue;
    }
    const fields = changedFields(old.tenant, tenant);
    if (fields.length > 0 && old.place < wholeRows) {
      // The first of several filtered runs: what is there already is older.
      insertRow(connection, { ...old, list: listOf(saved.runId, 'before') });
    }
    for (const { field, after } of fields) {
      connection.run(
        `UPDATE row SET ${columns[field]} = ? WHERE row_id = ?`,
        after,
        rowId(list, old.place),
      );
      const places = changed.get(field) ?? new Set();
      changed.set(field, places.add(old.place));
    }
    connection.run('UPDATE row SET raw = ? WHERE row_id = ?', raw, rowId(list, old.place));
  }
  if (changed.size === 0 && tenants === saved.tenants) return;
  const older = new ListIndex(list, saved.tenants);
  const index = new ListIndex(list, tenants);
  index.save(connection, (field) => {
    const places = changed.get(field);
    return older
      .savedRanks(connection, field)
      ?.map((rank, place) => (places?.has(place) ? none : rank));
  });
  index.saveWords(connection, (from, to) => {
    if (to > saved.tenants && tenants > saved.tenants) return true;
    return changed
      .values()
      .some((places) => places.values().some((place) => place >= from && place < to));
  });
  connection.run(
    'UPDATE saved_list SET tenants = ?, version = version + 1 WHERE run_id = ?',
    tenants,
    saved.runId,
  );
}

function setSavedList(connection: Connection, accountId: string, list: SavedList): void {
  connection.run(
    `INSERT OR REPLACE INTO saved_list (account_id, run_id, tenants, version)
       VALUES (?, ?, ?, ?)`,
    accountId,
    list.runId,
    list.tenants,
    list.version,
  );
}
