import type { RefreshRun } from '../../../src-shared/saved-list.ts';
import { recordFields } from '../../../src-shared/tenant-fields.ts';
import { placeOf, RowSet } from '../rows/row-set.ts';
import { columns } from '../rows/record-columns.ts';
import { number, numberOrNull } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { GoneRows } from './gone-rows.ts';
import type { MissingRows } from './missing-rows.ts';
import { isMissed, quickCutoff } from './quick-cutoff.ts';
import { recordChange } from './record-change.ts';
import type { ChangeCounts } from './refresh-runs.ts';
import type { SavedList } from './saved-lists.ts';

/** The place of a row that does not exist: no list is that long. */
const noPlace = 0xffff_ffff;

/** How the rows of a run differ from the list it replaces. The arrays are indexed by place. */
export interface Comparison {
  counts: ChangeCounts;
  /** Whether a quick run would not have found one of the changes. */
  hasMissed: boolean;
  /** The place of the same tenant in the older list. Past its end for a tenant that is new. */
  olderPlaces: Uint32Array;
  /** One bit for each field whose text differs from the older list, in the order of `recordFields`. */
  changedBits: Uint16Array;
}

/** Returns the SQL expression of `changedBits`. */
function changedBitsOf({ fields }: RowSet): string {
  // SQLite gives << and | the same precedence, so each shift needs its parentheses.
  return fields
    .map((field) => {
      const bit = recordFields.indexOf(field);
      return `((newer.${columns[field]} IS NOT older.${columns[field]}) << ${bit})`;
    })
    .join(' | ');
}

/** What `compareRuns` compares. */
interface ComparedRuns {
  run: RefreshRun;
  list: SavedList;
  missing: MissingRows;
  /** The rows of the list that are gone. */
  gone: GoneRows;
}

/**
 * Compares the rows of a full run with the list, and records the changes. Rows without an id cannot be compared. The
 * rows of tenants that came back are removed from `gone`, and those that are gone move there. Held rows are appended to
 * the rows of the run.
 */
export function compareRuns(
  connection: Connection,
  { run, list, missing, gone }: ComparedRuns,
): Comparison {
  const { runId } = run;
  const rowSet = new RowSet(connection, runId, 'read');
  const older = new RowSet(connection, list.runId, 'read');
  const length = run.rows + missing.held.length;
  const comparison: Comparison = {
    counts: { new: 0, changed: 0, gone: 0 },
    hasMissed: false,
    olderPlaces: new Uint32Array(length).fill(noPlace),
    changedBits: new Uint16Array(length),
  };
  const cutoff = quickCutoff(list);
  const { counts } = comparison;
  const pairs = connection.iterate(
    `SELECT newer.row_id AS row_id, older.row_id AS older_id, ${changedBitsOf(rowSet)} AS changed_bits
       FROM tenant_row newer LEFT JOIN tenant_row older
         ON older.row_set = ? AND older.id = newer.id AND older.id <> ''
       WHERE newer.row_id >= ? AND newer.row_id < ? AND newer.id <> '' ORDER BY newer.row_id`,
    older.id,
    rowSet.rowId(0),
    rowSet.endRowId,
  );
  for (const pair of pairs) {
    const place = placeOf(number(pair, 'row_id'));
    const olderId = numberOrNull(pair, 'older_id');
    const bits = number(pair, 'changed_bits');
    if (olderId === null) {
      const after = rowSet.tenantAt(place);
      counts.new++;
      recordChange(connection, runId, { before: null, after });
      gone.remove(after.id);
      comparison.hasMissed ||= isMissed(cutoff, after);
      continue;
    }
    const olderPlace = placeOf(olderId);
    comparison.olderPlaces[place] = olderPlace;
    comparison.changedBits[place] = bits;
    if (bits === 0) continue;
    const change = { before: older.tenantAt(olderPlace), after: rowSet.tenantAt(place) };
    comparison.hasMissed ||= isMissed(cutoff, change.after);
    if (recordChange(connection, runId, change) === null) continue;
    counts.changed++;
  }
  for (const { rowId } of missing.gone) {
    recordChange(connection, runId, { before: older.tenantAt(placeOf(rowId)), after: null });
    gone.take(rowId);
    counts.gone++;
  }
  for (const [index, { rowId }] of missing.held.entries()) {
    comparison.olderPlaces[run.rows + index] = placeOf(rowId);
    rowSet.take(rowId, run.rows + index);
  }
  return comparison;
}
