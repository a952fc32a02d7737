import { z } from 'zod';
import { areSameDate } from '../../../src-shared/dates.ts';
import { changeSchema, type Change } from '../../../src-shared/changes.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { text } from '../sqlite/column-values.ts';
import type { Connection, Row } from '../sqlite/connection.ts';

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

function isDate(field: RecordField): boolean {
  return field === 'createdAt' || field === 'updatedAt';
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
  return rows.flatMap((row) => {
    const kind = kindSchema.parse(row.kind);
    const fields = kind === 'gone' ? [] : readFields(row);
    if (kind === 'changed' && fields.length === 0) return [];
    return [{ kind, foundAt: text(row, 'ended_at'), fields }];
  });
}
