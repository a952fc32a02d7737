import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import { changeMarks } from '../index/row-index.ts';
import { placeOf, RowSet } from '../rows/row-set.ts';
import { columns } from '../rows/tenant-columns.ts';
import { number, numberOrNull, text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import { changedFields, insertChange } from './changes.ts';
import type { ChangeCounts } from './refresh-runs.ts';

/** The place of a row that does not exist: no list is that long. */
const noPlace = 0xffff_ffff;

/** How the rows of a run differ from the list it replaces. The arrays are indexed by place. */
export interface Comparison {
  counts: ChangeCounts;
  /** One of `changeMarks` for each row. */
  marks: Uint8Array;
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
 * Finds a tenant's row as the older full run read it: among the rows that filtered runs have overwritten since, or in
 * the list without the rows that filtered runs appended.
 */
const olderRowId = `coalesce(
  (SELECT row_id FROM tenant_row WHERE row_set = ? AND id = newer.id AND id <> ''),
  (SELECT row_id FROM tenant_row WHERE row_set = ? AND id = newer.id AND id <> '' AND row_id < ?))`;

/**
 * Compares the rows of a full run with those of the full run before, and saves the changes. The rows that are gone move
 * to a row set of their own. Rows without an id cannot be compared.
 */
export function compareRuns(
  connection: Connection,
  run: { runId: number; rows: number },
  olderRun: { runId: number; rows: number },
): Comparison {
  const { runId } = run;
  const rowSet = new RowSet(connection, runId, 'read');
  const older = new RowSet(connection, olderRun.runId, 'read');
  const overwritten = new RowSet(connection, olderRun.runId, 'overwritten');
  const counts = { new: 0, changed: 0, gone: 0 };
  const comparison: Comparison = {
    counts,
    marks: new Uint8Array(run.rows),
    olderPlaces: new Uint32Array(run.rows).fill(noPlace),
    changedBits: new Uint16Array(run.rows),
  };
  const pairs = connection.iterate(
    `SELECT newer.row_id AS row_id, older.row_id AS older_id, older.row_set AS older_set,
         ${changedBits} AS changed_bits
       FROM tenant_row newer LEFT JOIN tenant_row older ON older.row_id = ${olderRowId}
       WHERE newer.row_id >= ? AND newer.row_id < ? AND newer.id <> '' ORDER BY newer.row_id`,
    overwritten.id,
    older.id,
    older.rowId(olderRun.rows),
    rowSet.rowId(0),
    rowSet.endRowId,
  );
  for (const pair of pairs) {
    const place = placeOf(number(pair, 'row_id'));
    const olderId = numberOrNull(pair, 'older_id');
    const bits = number(pair, 'changed_bits');
    const isOverwritten = pair.older_set === overwritten.id;
    if (olderId === null) {
      comparison.marks[place] = changeMarks.new;
      counts.new++;
      insertChange(connection, { runId, kind: 'new', tenantId: rowSet.tenantAt(place).id });
      continue;
    }
    const olderPlace = placeOf(olderId);
    if (!isOverwritten) {
      comparison.olderPlaces[place] = olderPlace;
      comparison.changedBits[place] = bits;
    }
    if (bits === 0) continue;
    const tenant = rowSet.tenantAt(place);
    const olderTenant = (isOverwritten ? overwritten : older).tenantAt(olderPlace);
    const fields = changedFields(olderTenant, tenant);
    if (fields.length === 0) continue;
    comparison.marks[place] = changeMarks.changed;
    counts.changed++;
    insertChange(connection, { runId, kind: 'changed', tenantId: tenant.id, fields });
  }
  counts.gone = keepGoneRows(connection, runId, olderRun);
  return comparison;
}

/** Moves the rows that the run did not find to its set of gone rows. Returns how many there are. */
function keepGoneRows(
  connection: Connection,
  runId: number,
  olderRun: { runId: number; rows: number },
): number {
  const older = new RowSet(connection, olderRun.runId, 'read');
  const goneRows = new RowSet(connection, runId, 'gone');
  const gone = connection.all(
    `SELECT row_id, id FROM tenant_row older
       WHERE older.row_id >= ? AND older.row_id < ? AND older.id <> '' AND NOT EXISTS
         (SELECT 1 FROM tenant_row WHERE row_set = ? AND id = older.id AND id <> '')
       ORDER BY row_id`,
    older.rowId(0),
    older.rowId(olderRun.rows),
    new RowSet(connection, runId, 'read').id,
  );
  for (const [place, row] of gone.entries()) {
    goneRows.take(number(row, 'row_id'), place);
    insertChange(connection, { runId, kind: 'gone', tenantId: text(row, 'id') });
  }
  return gone.length;
}
