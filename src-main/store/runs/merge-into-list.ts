import type { TenantField } from '../../../src-shared/tenant.ts';
import { deleteIndex } from '../index/index-parts.ts';
import { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { GoneRows } from './gone-rows.ts';
import { differingFields, recordChange } from './record-change.ts';
import { noChanges, type ChangeCounts, type RunRecord } from './refresh-runs.ts';
import { findSavedList, setSavedList, type SavedList } from './saved-lists.ts';

/**
 * Merges the rows of a quick or filtered run into the saved list: updates known tenants, appends new ones, and removes
 * none. If there is no saved list yet, the rows are discarded. Rows without an id are ignored, because they cannot be
 * matched.
 *
 * @returns how many changes the run found.
 */
export function mergeIntoList(connection: Connection, { listId, run }: RunRecord): ChangeCounts {
  const merging = new RowSet(connection, run.runId, 'read');
  const saved = findSavedList(connection, listId);
  let counts = noChanges;
  if (saved !== null) {
    const merged = mergeRows(connection, { merging, ...run }, saved);
    ({ counts } = merged);
    const isChanged = merged.tenants > saved.tenants || merged.changedPlaces.size > 0;
    if (isChanged) updateIndex(new RowSet(connection, saved.runId, 'read'), saved.tenants, merged);
    setSavedList(connection, listId, {
      ...saved,
      latestRunId: run.kind === 'quick' ? run.runId : saved.latestRunId,
      tenants: merged.tenants,
      goneTenants: merged.goneTenants,
      version: saved.version + Number(isChanged),
    });
  }
  merging.deleteRows();
  deleteIndex(merging);
  return counts;
}

interface MergedRows {
  counts: ChangeCounts;
  /** How many rows the list has now. */
  tenants: number;
  goneTenants: number;
  /** For each field, the places where its text has changed. */
  changedPlaces: Map<TenantField, Set<number>>;
}

function mergeRows(
  connection: Connection,
  { merging, runId, rows }: { merging: RowSet; runId: number; rows: number },
  saved: SavedList,
): MergedRows {
  const list = new RowSet(connection, saved.runId, 'read');
  const gone = new GoneRows(connection, saved);
  const counts = { ...noChanges };
  const changedPlaces: MergedRows['changedPlaces'] = new Map();
  let { tenants } = saved;
  for (let place = 0; place < rows; place++) {
    const { tenant, raw } = merging.rowAt(place);
    if (tenant.id === '') continue;
    const old = list.find(tenant.id);
    if (old === null) {
      list.insert({ place: tenants++, tenant, raw });
      recordChange(connection, runId, { before: null, after: tenant });
      gone.remove(tenant.id);
      counts.new++;
      continue;
    }
    if (old.raw !== raw) list.update({ place: old.place, tenant, raw });
    const fields = differingFields(old.tenant, tenant);
    if (fields.length === 0) continue;
    const kind = recordChange(connection, runId, { before: old.tenant, after: tenant });
    if (kind !== null) counts.changed++;
    for (const [field] of fields) {
      const places = changedPlaces.get(field) ?? new Set();
      changedPlaces.set(field, places.add(old.place));
    }
  }
  return { counts, tenants, goneTenants: gone.length, changedPlaces };
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
