import type { TenantField } from '../../../src-shared/tenant.ts';
import { deleteIndex } from '../index/index-parts.ts';
import { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { changedFields } from './changes.ts';
import { getRun, type RunRecord } from './refresh-runs.ts';
import { findSavedList, setSavedList, type SavedList } from './saved-lists.ts';

/**
 * Merges the rows of a filtered run into the saved list: updates known tenants, appends new ones, and removes none. If
 * there is no saved list yet, the rows are discarded. Rows without an id are ignored, because they cannot be matched.
 */
export function mergeIntoList(connection: Connection, { listId, run }: RunRecord): void {
  const filtered = new RowSet(connection, run.runId, 'read');
  const saved = findSavedList(connection, listId);
  if (saved !== null) {
    const merged = mergeRows(connection, { filtered, rows: run.rows }, saved);
    if (merged.tenants > saved.tenants || merged.changedPlaces.size > 0) {
      updateIndex(new RowSet(connection, saved.runId, 'read'), saved.tenants, merged);
      const { tenants } = merged;
      setSavedList(connection, listId, { ...saved, tenants, version: saved.version + 1 });
    }
  }
  filtered.deleteRows();
  deleteIndex(filtered);
}

interface MergedRows {
  /** How many rows the list has now. */
  tenants: number;
  /** For each field, the places where its value has changed. */
  changedPlaces: Map<TenantField, Set<number>>;
}

function mergeRows(
  connection: Connection,
  { filtered, rows }: { filtered: RowSet; rows: number },
  saved: SavedList,
): MergedRows {
  const list = new RowSet(connection, saved.runId, 'read');
  const overwritten = new RowSet(connection, saved.runId, 'overwritten');
  const fullRunRows = getRun(connection, saved.runId).run.rows;
  const changedPlaces: MergedRows['changedPlaces'] = new Map();
  let { tenants } = saved;
  for (let place = 0; place < rows; place++) {
    const { tenant, raw } = filtered.rowAt(place);
    if (tenant.id === '') continue;
    const old = list.find(tenant.id);
    if (old === null) {
      list.insert({ place: tenants++, tenant, raw });
      continue;
    }
    const fields = changedFields(old.tenant, tenant);
    // Keep the row as the full run read it, for the next full run to compare with. An earlier copy is not replaced.
    if (fields.length > 0 && old.place < fullRunRows) overwritten.insert(old);
    list.update({ place: old.place, tenant, raw });
    for (const { field } of fields) {
      const places = changedPlaces.get(field) ?? new Set();
      changedPlaces.set(field, places.add(old.place));
    }
  }
  return { tenants, changedPlaces };
}

/** Saves the index of the list after a merge. Ranks and words that are still valid are not computed again. */
function updateIndex(
  list: RowSet,
  tenantsBefore: number,
  { tenants, changedPlaces }: MergedRows,
): void {
  const before = new ListIndex(list, tenantsBefore);
  const index = new ListIndex(list, tenants);
  index.saveRanks((field) => {
    const places = changedPlaces.get(field);
    return before.savedRanks(field)?.map((rank, place) => (places?.has(place) ? noRank : rank));
  });
  const segments = new Set(segmentsBetween(tenantsBefore, tenants));
  for (const places of changedPlaces.values()) {
    for (const place of places) segments.add(Math.floor(place / segmentRows));
  }
  index.saveWords(segments);
}
