import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../../src-shared/tenant.ts';
import { deleteIndex } from '../index/index-parts.ts';
import { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { compareRuns, type Comparison } from './compare-runs.ts';
import { GoneRows } from './gone-rows.ts';
import { noChanges, type ChangeCounts, type RunRecord } from './refresh-runs.ts';
import { findSavedList, setSavedList, type SavedList } from './saved-lists.ts';

/** Replaces the saved list by the rows of a full run, and returns how many changes the run found. */
export function replaceList(connection: Connection, { listId, run }: RunRecord): ChangeCounts {
  const { runId } = run;
  const rows = new RowSet(connection, runId, 'read');
  const index = new ListIndex(rows, run.rows);
  // The full segments were saved while the run read its pages.
  index.saveWords(segmentsBetween(run.rows - (run.rows % segmentRows), run.rows));

  const older = findSavedList(connection, listId);
  if (older === null) {
    index.saveRanks(() => undefined);
    setSavedList(connection, listId, firstList(runId, run.rows));
    return noChanges;
  }
  const olderRows = new RowSet(connection, older.runId, 'read');
  const gone = new GoneRows(connection, older);
  const comparison = compareRuns(connection, run, older, gone);
  index.saveRanks(unchangedRanks(new ListIndex(olderRows, older.tenants), comparison));

  deleteIndex(olderRows);
  olderRows.deleteRows();
  setSavedList(connection, listId, {
    ...older,
    runId,
    latestRunId: runId,
    tenants: run.rows,
    goneTenants: gone.length,
    version: older.version + 1,
  });
  return comparison.counts;
}

function firstList(runId: number, tenants: number): SavedList {
  return {
    runId,
    latestRunId: runId,
    firstRunId: runId,
    tenants,
    goneRunId: runId,
    goneTenants: 0,
    version: 1,
    rowsWithoutId: 0,
    knownUntil: null,
    seenRunId: runId,
    exportedRunId: null,
    quickOffReason: null,
    quickOffAt: null,
  };
}

/** Returns the older list's ranks of the values that did not change. */
function unchangedRanks(
  older: ListIndex,
  { olderPlaces, changedBits }: Comparison,
): (field: TenantField) => Uint32Array | undefined {
  return (field) => {
    const ranks = older.savedRanks(field);
    if (ranks === undefined) return undefined;
    const bit = 1 << tenantFields.indexOf(field);
    return olderPlaces.map((olderPlace, place) =>
      ((changedBits[place] ?? 0) & bit) === 0 ? (ranks[olderPlace] ?? noRank) : noRank,
    );
  };
}
