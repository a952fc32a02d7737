import { z } from 'zod';
import { areSameDate } from '../../../src-shared/dates.ts';
import { changeSchema, type Change } from '../../../src-shared/saved-list.ts';
import type { ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { Tenant, TenantField } from '../../../src-shared/tenant.ts';
import { placeOf, RowSet } from '../rows/row-set.ts';
import { number, text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';
import type { SavedList } from './saved-lists.ts';

/** A change that a run found, with the tenant as it is now, or as it last was if it is gone. */
export interface FoundChange {
  kind: ChangeKind;
  tenant: Tenant;
  fields: Change['fields'];
}

const { kind: kindSchema, fields: fieldsSchema } = changeSchema.shape;
const storedFieldsSchema = z.array(
  z.tuple([z.string(), z.string().nullable(), z.string().nullable()]),
);

/** Leaves out fields of which only the way to write a date has changed. */
function readFields(row: Row): Change['fields'] {
  const stored = storedFieldsSchema.parse(JSON.parse(text(row, 'fields')));
  return fieldsSchema
    .parse(stored.map(([field, before, after]) => ({ field, before, after })))
    .filter(({ field, before, after }) => !isDate(field) || !areSameDate(before, after));
}

function isDate(field: TenantField): boolean {
  return field === 'createdAt' || field === 'updatedAt';
}

/** Reads the changes a run found, in batches: new and changed tenants in the order of the list, then those gone. */
export function* readRunChanges(
  connection: Connection,
  { runId, list }: { runId: number; list: SavedList },
  batchSize: number,
): Generator<FoundChange[], void> {
  const read = new RowSet(connection, list.runId, 'read');
  const gone = new RowSet(connection, list.goneRunId, 'gone');
  let batch: FoundChange[] = [];
  const rows = connection.iterate(
    `SELECT kind, fields, row_id FROM tenant_change CROSS JOIN tenant_row
         ON row_set = iif(kind = 'gone', ?, ?) AND id = tenant_id AND id <> ''
       WHERE run_id = ? AND before <> after ORDER BY kind = 'gone', row_id`,
    gone.id,
    read.id,
    runId,
  );
  for (const row of rows) {
    const kind = kindSchema.parse(row.kind);
    const tenant = (kind === 'gone' ? gone : read).tenantAt(placeOf(number(row, 'row_id')));
    // The values of a tenant that is gone are in the log, but have not changed.
    batch.push({ kind, tenant, fields: kind === 'gone' ? [] : readFields(row) });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Returns the changes of one tenant, newest first. */
export function readTenantHistory(
  connection: Connection,
  listId: string,
  tenantId: string,
): Change[] {
  const rows = connection.all(
    `SELECT tenant_change.kind, fields, ended_at FROM tenant_change JOIN refresh_run USING (run_id)
       WHERE tenant_id = ? AND list_id = ? ORDER BY refresh_run.run_id DESC`,
    tenantId,
    listId,
  );
  return rows.map((row) => {
    const kind = kindSchema.parse(row.kind);
    return {
      kind,
      foundAt: text(row, 'ended_at'),
      fields: kind === 'gone' ? [] : readFields(row),
    };
  });
}
