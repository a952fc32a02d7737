import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import { recordFields } from '../../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { deleteIndex } from '../index/index-parts.ts';
import { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { compareRuns, type Comparison } from './compare-runs.ts';
import { GoneRows } from './gone-rows.ts';
import { findMissingRows } from './missing-rows.ts';
import { quickOffAfter, seenUntil } from './quick-cutoff.ts';
import { noChanges, type ChangeCounts, type RunRecord } from './refresh-runs.ts';
import { findSavedList, setSavedList, type SavedList } from './saved-lists.ts';

/**
 * Replaces the saved list by the rows of a full run, or creates it.
 *
 * @param mayShrink whether the list may lose more than half of its tenants.
 * @returns how many changes the run found; `null` if the list would have shrunk. Nothing has then changed.
 */
export function replaceList(
  connection: Connection,
  { listId, run }: RunRecord,
  { mayShrink, now }: { mayShrink: boolean; now: string },
): ChangeCounts | null {
  const { runId } = run;
  const older = findSavedList(connection, listId);
  if (older === null) {
    const index = saveIndex(connection, { run, tenants: run.rows });
    setSavedList(connection, listId, firstList(connection, run, index));
    return noChanges;
  }
  const missing = findMissingRows(connection, { run, list: older, mayHold: !mayShrink });
  if (!mayShrink && missing.count > older.tenants / 2) return null;
  const gone = new GoneRows(connection, older);
  const comparison = compareRuns(connection, { run, list: older, missing, gone });
  const tenants = run.rows + missing.held.length;
  const olderRows = new RowSet(connection, older.runId, 'read');
  const known = unchangedRanks(new ListIndex(olderRows, older.tenants), comparison);
  const index = saveIndex(connection, { run, tenants, known });

  deleteIndex(olderRows);
  olderRows.deleteRows();
  connection.run('DELETE FROM unreadable_row WHERE run_id = ?', older.runId);
  setSavedList(connection, listId, {
    ...older,
    runId,
    latestRunId: runId,
    tenants,
    goneTenants: gone.length,
    version: older.version + 1,
    rowsWithoutId: missing.rowsWithoutId,
    knownUntil: seenUntil(index.lastValue('updatedAt'), spanOf(run)),
    quickOff: quickOffAfter(older.quickOff, { hasMissed: comparison.hasMissed, now }),
  });
  return comparison.counts;
}

function firstList(connection: Connection, run: RefreshRun, index: ListIndex): SavedList {
  const { runId, rows } = run;
  return {
    runId,
    latestRunId: runId,
    firstRunId: runId,
    tenants: rows,
    goneRunId: runId,
    goneTenants: 0,
    version: 1,
    rowsWithoutId: rows - new RowSet(connection, runId, 'read').countIds(),
    knownUntil: seenUntil(index.lastValue('updatedAt'), spanOf(run)),
    seenRunId: runId,
    exportedRunId: null,
    quickOff: null,
  };
}

/** Returns when the first page was read, and the milliseconds from there to the last. */
function spanOf({ periods, startedAt, milliseconds }: RefreshRun) {
  const span = Date.parse(periods.at(-1)?.to ?? startedAt) - Date.parse(startedAt);
  // The clock may have been set back.
  return { startedAt, milliseconds: Math.max(span, milliseconds) };
}

interface SavedIndexOptions {
  run: RefreshRun;
  /** The rows that the run has read, and those that are held. */
  tenants: number;
  /** Returns ranks that are still valid. */
  known?: (field: RecordField) => Uint32Array | undefined;
}

/** Saves the ranks, and the words that were not saved while the run read its pages. */
function saveIndex(
  connection: Connection,
  { run, tenants, known = () => undefined }: SavedIndexOptions,
): ListIndex {
  const index = new ListIndex(new RowSet(connection, run.runId, 'read'), tenants);
  index.saveMissingWords();
  index.saveRanks(index.fields, known);
  return index;
}

/** Returns the older list's ranks of the values that did not change. */
function unchangedRanks(
  older: ListIndex,
  { olderPlaces, changedBits }: Comparison,
): (field: RecordField) => Uint32Array | undefined {
  return (field) => {
    const ranks = older.savedRanks(field);
    if (ranks === undefined) return undefined;
    const bit = 1 << recordFields.indexOf(field);
    return olderPlaces.map((olderPlace, place) =>
      ((changedBits[place] ?? 0) & bit) === 0 ? (ranks[olderPlace] ?? noRank) : noRank,
    );
  };
}
