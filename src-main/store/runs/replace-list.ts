import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../../src-shared/tenant.ts';
import { deleteIndex } from '../index/index-parts.ts';
import { ListIndex } from '../index/list-index.ts';
import { noRank } from '../index/ranks.ts';
import { segmentRows, segmentsBetween } from '../index/word-index.ts';
import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';
import { compareRuns, type Comparison } from './compare-runs.ts';
import { getRun, noChanges, type ChangeCounts, type RunRecord } from './refresh-runs.ts';
import { findSavedList, setSavedList } from './saved-lists.ts';

/** Replaces the saved list by the rows of a full run, and returns how many changes the run found. */
export function replaceList(connection: Connection, { listId, run }: RunRecord): ChangeCounts {
  const rows = new RowSet(connection, run.runId, 'read');
  const index = new ListIndex(rows, run.rows);
  // The full segments were saved while the run read its pages.
  index.saveWords(segmentsBetween(run.rows - (run.rows % segmentRows), run.rows));

  const older = findSavedList(connection, listId);
  if (older === null) {
    index.saveRanks(() => undefined);
    setSavedList(connection, listId, { runId: run.runId, tenants: run.rows, version: 1 });
    return noChanges;
  }
  const olderRows = new RowSet(connection, older.runId, 'read');
  const comparison = compareRuns(connection, run, getRun(connection, older.runId).run);
  index.saveChangeMarks(comparison.marks);
  index.saveRanks(unchangedRanks(new ListIndex(olderRows, older.tenants), comparison));

  deleteIndex(olderRows);
  olderRows.deleteRows();
  new RowSet(connection, older.runId, 'overwritten').deleteRows();
  const version = older.version + 1;
  setSavedList(connection, listId, { runId: run.runId, tenants: run.rows, version });
  return comparison.counts;
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
