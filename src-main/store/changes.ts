import type { Change } from '../../src-shared/saved-list.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { none } from './collation.ts';
import type { Connection } from './connection.ts';
import { columnList, columns, listOf, placeOf, rowId, toTenant } from './rows.ts';
import { number, numberOrNull } from './values.ts';

/** By place, what the last complete run found of a row. */
export const rowKinds = { unchanged: 0, new: 1, changed: 2 } as const;

export interface Comparison {
  counts: { new: number; changed: number; gone: number };
  kinds: Uint8Array;
  /** By place, the place of the same tenant in the list before; `none` when there is none. */
  olderPlaces: Uint32Array;
  /** By place, one bit for each field, in the order of `tenantFields`, that is another one than there. */
  changedFields: Uint16Array;
}

// SQLite shifts and ors from left to right, so the brackets matter.
const changedBits = tenantFields
  .map((field, bit) => `((n.${columns[field]} IS NOT o.${columns[field]}) << ${bit})`)
  .join(' | ');

/**
 * What the run before read: its rows as they were then, without what filtered runs did to them since. The first
 * parameter is the list of what they changed, the others are the list, and the key after the last row of the run.
 */
const olderRow = `coalesce(
  (SELECT b.row_id FROM row b WHERE b.list = ? AND b.id = n.id AND b.id <> ''),
  (SELECT r.row_id FROM row r WHERE r.list = ? AND r.id = n.id AND r.id <> '' AND r.row_id < ?))`;

/**
 * Compares a run's rows with those of the complete run before, writes down what it finds, and keeps the rows that are
 * gone. Rows without an id cannot be compared.
 */
export function compareRuns(
  connection: Connection,
  run: { runId: number; rows: number },
  older: { runId: number; rows: number },
): Comparison {
  const list = listOf(run.runId, 'read');
  const olderList = listOf(older.runId, 'read');
  const comparison: Comparison = {
    counts: { new: 0, changed: 0, gone: 0 },
    kinds: new Uint8Array(run.rows),
    olderPlaces: new Uint32Array(run.rows).fill(none),
    changedFields: new Uint16Array(run.rows),
  };
  const pairs = connection.iterate(
    `SELECT n.row_id AS row_id, o.row_id AS older_id, o.list AS older_list, ${changedBits} AS changed
       FROM row n LEFT JOIN row o ON o.row_id = ${olderRow}
       WHERE n.row_id >= ? AND n.row_id < ? AND n.id <> '' ORDER BY n.row_id`,
    listOf(older.runId, 'before'),
    olderList,
    rowId(olderList, older.rows),
    rowId(list, 0),
    rowId(list + 1, 0),
  );
  for (const pair of pairs) {
    const id = number(pair, 'row_id');
    const olderId = numberOrNull(pair, 'older_id');
    const place = placeOf(id);
    const changed = number(pair, 'changed');
    if (olderId === null) {
      comparison.kinds[place] = rowKinds.new;
      comparison.counts.new++;
      addChange(connection, run.runId, 'new', readTenant(connection, id).id, []);
      continue;
    }
    if (pair.older_list === olderList) {
      comparison.olderPlaces[place] = placeOf(olderId);
      comparison.changedFields[place] = changed;
    }
    if (changed !== 0) {
      const tenant = readTenant(connection, id);
      const fields = changedFields(readTenant(connection, olderId), tenant);
      comparison.kinds[place] = rowKinds.changed;
      comparison.counts.changed++;
      addChange(connection, run.runId, 'changed', tenant.id, fields);
    }
  }
  comparison.counts.gone = keepGone(connection, run.runId, older);
  return comparison;
}

/** Moves the rows that the run no longer met to a list of their own. */
function keepGone(
  connection: Connection,
  runId: number,
  older: { runId: number; rows: number },
): number {
  const olderList = listOf(older.runId, 'read');
  const goneList = listOf(runId, 'gone');
  const gone = connection.all(
    `SELECT row_id, id FROM row o WHERE o.row_id >= ? AND o.row_id < ? AND o.id <> ''
       AND NOT EXISTS (SELECT 1 FROM row n WHERE n.list = ? AND n.id = o.id AND n.id <> '')
       ORDER BY row_id`,
    rowId(olderList, 0),
    rowId(olderList, older.rows),
    listOf(runId, 'read'),
  );
  for (const [place, row] of gone.entries()) {
    connection.run(
      'UPDATE row SET row_id = ?, list = ? WHERE row_id = ?',
      rowId(goneList, place),
      goneList,
      number(row, 'row_id'),
    );
    addChange(connection, runId, 'gone', String(row.id), []);
  }
  return gone.length;
}

/** The fields that differ, each with what it was and what it is. */
export function changedFields(before: Tenant, after: Tenant): Change['fields'] {
  return tenantFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function readTenant(connection: Connection, id: number): Tenant {
  return toTenant(connection.get(`SELECT ${columnList} FROM row WHERE row_id = ?`, id) ?? {});
}

function addChange(
  connection: Connection,
  runId: number,
  kind: Change['kind'],
  tenantId: string,
  fields: Change['fields'],
): void {
  connection.run(
    'INSERT INTO change (run_id, kind, tenant_id, fields) VALUES (?, ?, ?, ?)',
    runId,
    kind,
    tenantId,
    JSON.stringify(fields),
  );
}
