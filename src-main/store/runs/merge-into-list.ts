import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { isLaterDate } from '../rows/later-date.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { GoneRows } from './gone-rows.ts';
import { differingFields, recordChange } from './record-change.ts';
import { seenUntil } from './quick-cutoff.ts';
import { noChanges, type ChangeCounts } from './refresh-runs.ts';
import { findSavedList, setSavedList, type SavedList } from './saved-lists.ts';

/** A quick or filtered run. */
interface MergedRun {
  listId: string;
  run: Pick<RefreshRun, 'runId' | 'kind' | 'startedAt' | 'milliseconds'>;
  rows: Iterable<{ tenant: ListRecord; raw: string }>;
}

/**
 * Merges the rows of a run into the saved list: updates known tenants, appends new ones, and removes none. If there is no
 * saved list yet, the rows are discarded. Rows without an id are ignored, because they cannot be matched.
 *
 * @returns how many changes the run found.
 */
export function mergeIntoList(connection: Connection, merged: MergedRun): ChangeCounts {
  const { listId, run } = merged;
  const saved = findSavedList(connection, listId);
  if (saved === null) return noChanges;
  const gone = new GoneRows(connection, saved);
  const { counts, tenants, changedPlaces, newest } = mergeRows(connection, merged, saved, gone);
  const isChanged = tenants > saved.tenants || changedPlaces.size > 0;
  if (isChanged) {
    const list = new RowSet(connection, saved.runId, 'read');
    updateIndex(list, { before: saved.tenants, after: tenants, changedPlaces });
  }
  setSavedList(connection, listId, {
    ...saved,
    tenants,
    goneTenants: gone.length,
    version: saved.version + Number(isChanged),
    // A filtered run has not seen the changes of the other tenants.
    ...(run.kind === 'quick' && {
      latestRunId: run.runId,
      knownUntil: later(saved.knownUntil, seenUntil(newest, run)),
    }),
  });
  return counts;
}

/** For each field, the places where its text has changed. */
type ChangedPlaces = Map<RecordField, Set<number>>;

interface MergeResult {
  counts: ChangeCounts;
  /** How many rows the list has now. */
  tenants: number;
  changedPlaces: ChangedPlaces;
  /** The latest `updatedAt` of the run's rows. */
  newest: string | null;
}

function mergeRows(
  connection: Connection,
  { run: { runId }, rows }: MergedRun,
  saved: SavedList,
  gone: GoneRows,
): MergeResult {
  const list = new RowSet(connection, saved.runId, 'read');
  const counts = { ...noChanges };
  const changedPlaces: ChangedPlaces = new Map();
  let { tenants } = saved;
  let newest: string | null = null;
  for (const { tenant, raw } of rows) {
    if (isLaterDate(tenant.updatedAt, newest)) newest = tenant.updatedAt;
    if (tenant.id === '') continue;
    const old = list.find(tenant.id);
    if (old === null) {
      list.insert({ place: tenants++, tenant, raw });
      recordChange(connection, runId, { before: null, after: tenant });
      gone.remove(tenant.id);
      counts.new++;
      continue;
    }
    const fields = differingFields(old.tenant, tenant);
    if (fields.length > 0 || old.raw !== raw) list.update({ place: old.place, tenant, raw });
    if (fields.length === 0) continue;
    const kind = recordChange(connection, runId, { before: old.tenant, after: tenant });
    if (kind !== null) counts.changed++;
    for (const [field] of fields) {
      const places = changedPlaces.get(field) ?? new Set();
      changedPlaces.set(field, places.add(old.place));
    }
  }
  return { counts, tenants, changedPlaces, newest };
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Saves the index of the list after a merge. Ranks and words that are still valid are not computed again. */
function updateIndex(
  list: RowSet,
  length: { before: number; after: number; changedPlaces: ChangedPlaces },
): void {
  const { changedPlaces } = length;
  const before = new ListIndex(list, length.before);
  const index = new ListIndex(list, length.after);
  const fields = length.after > length.before ? list.fields : [...changedPlaces.keys()];
  index.saveRanks(fields, (field) => {
    const places = changedPlaces.get(field);
    return before.savedRanks(field)?.map((rank, place) => (places?.has(place) ? noRank : rank));
  });
  const segments = new Set(segmentsBetween(length.before, length.after));
  for (const field of list.searchedFields) {
    for (const place of changedPlaces.get(field) ?? [])
      segments.add(Math.floor(place / segmentRows));
  }
  index.saveWords(segments);
}
