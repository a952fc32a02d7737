import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import { placeOf, RowSet } from '../rows/row-set.ts';
import { columns } from '../rows/tenant-columns.ts';
import { number, numberOrNull } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { GoneRows } from './gone-rows.ts';
import { recordChange } from './record-change.ts';
import type { ChangeCounts } from './refresh-runs.ts';
import type { SavedList } from './saved-lists.ts';

/** The place of a row that does not exist: no list is that long. */
const noPlace = 0xffff_ffff;

/** How the rows of a run differ from the list it replaces. The arrays are indexed by place. */
export interface Comparison {
  counts: ChangeCounts;
  /** The place of the same tenant in the older list. Past its end for a tenant that is new. */
  olderPlaces: Uint32Array;
  /** One bit for each field whose text differs from the older list, in the order of `tenantFields`. */
  changedBits: Uint16Array;
}

// SQLite gives << and | the same precedence, so each shift needs its parentheses.
const changedBits = tenantFields
  .map((field, bit) => `((newer.${columns[field]} IS NOT older.${columns[field]}) << ${bit})`)
  .join(' | ');

/**
 * Compares the rows of a full run with the list, and records the changes. Rows without an id cannot be compared. The
 * rows of new tenants are removed from `gone`, and those that the run did not find move there.
 */
export function compareRuns(
  connection: Connection,
  run: { runId: number; rows: number },
  list: SavedList,
  gone: GoneRows,
): Comparison {
  const { runId } = run;
  const rowSet = new RowSet(connection, runId, 'read');
  const older = new RowSet(connection, list.runId, 'read');
  const comparison: Comparison = {
    counts: { new: 0, changed: 0, gone: 0 },
    olderPlaces: new Uint32Array(run.rows).fill(noPlace),
    changedBits: new Uint16Array(run.rows),
  };
  const { counts } = comparison;
  const pairs = connection.iterate(
    `SELECT newer.row_id AS row_id, older.row_id AS older_id, ${changedBits} AS changed_bits
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
      continue;
    }
    const olderPlace = placeOf(olderId);
    comparison.olderPlaces[place] = olderPlace;
    comparison.changedBits[place] = bits;
    if (bits === 0) continue;
    const change = { before: older.tenantAt(olderPlace), after: rowSet.tenantAt(place) };
    if (recordChange(connection, runId, change) === null) continue;
    counts.changed++;
  }
  for (const rowId of missingRows(connection, older, rowSet)) {
    recordChange(connection, runId, { before: older.tenantAt(placeOf(rowId)), after: null });
    gone.take(rowId);
    counts.gone++;
  }
  return comparison;
}

/** Returns the keys of the older rows whose tenants the run did not find. */
function missingRows(connection: Connection, older: RowSet, newer: RowSet): number[] {
  return connection
    .all(
      `SELECT row_id FROM tenant_row older
         WHERE older.row_id >= ? AND older.row_id < ? AND older.id <> '' AND NOT EXISTS
           (SELECT 1 FROM tenant_row WHERE row_set = ? AND id = older.id AND id <> '')
         ORDER BY row_id`,
      older.rowId(0),
      older.endRowId,
      newer.id,
    )
    .map((row) => number(row, 'row_id'));
}
