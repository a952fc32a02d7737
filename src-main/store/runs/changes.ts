import { areSameDate } from '../../../src-shared/dates.ts';
import { changeSchema, type Change } from '../../../src-shared/saved-list.ts';
import { tenantFields, type ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { Tenant, TenantField } from '../../../src-shared/tenant.ts';
import { RowSet } from '../rows/row-set.ts';
import { number, text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';

/** A change that a run found, with the tenant as it is now, or as it last was if it is gone. */
export interface FoundChange {
  kind: ChangeKind;
  tenant: Tenant;
  fields: Change['fields'];
}

const { kind: kindSchema, fields: fieldsSchema } = changeSchema.shape;

function readFields(row: Row): Change['fields'] {
  return fieldsSchema.parse(JSON.parse(text(row, 'fields')));
}

/**
 * Returns the fields that differ, with the value before and after. Another way to write the same date is no difference.
 */
export function changedFields(before: Tenant, after: Tenant): Change['fields'] {
  return tenantFields
    .filter((field) => !areSame(field, before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function areSame(field: TenantField, before: string | null, after: string | null): boolean {
  return field === 'createdAt' || field === 'updatedAt'
    ? areSameDate(before, after)
    : before === after;
}

export function insertChange(
  connection: Connection,
  change: { runId: number; kind: ChangeKind; tenantId: string; fields?: Change['fields'] },
): void {
  connection.run(
    'INSERT INTO tenant_change (run_id, kind, tenant_id, fields) VALUES (?, ?, ?, ?)',
    change.runId,
    change.kind,
    change.tenantId,
    JSON.stringify(change.fields ?? []),
  );
}

/** Reads the changes a run found, in batches: new and changed tenants in the order of the list, then those gone. */
export function* readRunChanges(
  connection: Connection,
  runId: number,
  batchSize: number,
): Generator<FoundChange[], void> {
  const read = new RowSet(connection, runId, 'read');
  const gone = new RowSet(connection, runId, 'gone');
  let batch: FoundChange[] = [];
  const rows = connection.iterate(
    'SELECT kind, tenant_id, fields FROM tenant_change WHERE run_id = ? ORDER BY rowid',
    runId,
  );
  for (const row of rows) {
    const kind = kindSchema.parse(row.kind);
    const found = (kind === 'gone' ? gone : read).find(text(row, 'tenant_id'));
    if (found === null) throw new Error(`A change of refresh run ${runId} has no tenant`);
    batch.push({ kind, tenant: found.tenant, fields: readFields(row) });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Returns the changes of one tenant, newest first, and the last run that found it gone. */
export function readTenantHistory(
  connection: Connection,
  listId: string,
  tenantId: string,
): { history: Change[]; goneInRun: number | undefined } {
  const rows = connection.all(
    `SELECT refresh_run.run_id, kind, fields, ended_at
       FROM tenant_change JOIN refresh_run USING (run_id)
       WHERE tenant_id = ? AND list_id = ? ORDER BY refresh_run.run_id DESC`,
    tenantId,
    listId,
  );
  const history = rows.map((row) => ({
    kind: kindSchema.parse(row.kind),
    foundAt: text(row, 'ended_at'),
    fields: readFields(row),
  }));
  const gone = rows.find((row) => row.kind === 'gone');
  return { history, goneInRun: gone && number(gone, 'run_id') };
}
