import { hash } from 'node:crypto';
import { dateKey, meansNoDate } from '../../../src-shared/dates.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { valueOf } from '../../../src-shared/record-values.ts';
import { recordFields, type ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { Connection } from '../sqlite/connection.ts';

/** A field with its values before and after a change. */
export type StoredField = [field: RecordField, before: string | null, after: string | null];

/** The tenant's number in a change if it is not in the list. */
const noTenant = 0;

const countedFields = recordFields.filter((field) => field !== 'updatedAt');

/** Returns the fields whose text differs, even if both texts are the same date. */
export function differingFields(before: ListRecord, after: ListRecord): StoredField[] {
  return recordFields
    .filter((field) => before[field] !== after[field])
    .map((field) => [field, valueOf(before, field), valueOf(after, field)]);
}

/**
 * Returns a number for the values of a tenant. Tenants have the same number if their values are equal. `updatedAt` does
 * not count, nor does another way to write the same date. With 48 bits, a mistake is improbable: of a billion pairs of
 * different tenants, less than one in 200,000 has the same number.
 */
function valuesNumber(tenant: ListRecord): number {
  const values = fieldsOf(tenant, countedFields).map((field) =>
    field === 'createdAt' ? comparableDate(tenant.createdAt) : tenant[field],
  );
  return Number.parseInt(hash('sha256', JSON.stringify(values), 'hex').slice(0, 12), 16);
}

/** Returns those of some fields that records of this kind have. */
function fieldsOf(record: ListRecord, fields: readonly RecordField[]): RecordField[] {
  return fields.filter((field) => record[field] !== undefined);
}

/** Dates that `areSameDate` finds equal have the same text. */
function comparableDate(text: string | null): string | null {
  return text === null || meansNoDate(text) ? null : (dateKey(text) ?? text);
}

/** A tenant before and after a run; `null` if it was not in the list. */
export type TenantChange =
  | { before: ListRecord; after: ListRecord }
  | { before: ListRecord; after: null }
  | { before: null; after: ListRecord };

/**
 * Adds a change of the list to its history.
 *
 * @returns the kind of the change; `null` if only `updatedAt` or the way to write a date has changed. Such a change is
 * part of the history, but is not counted or shown.
 */
export function recordChange(
  connection: Connection,
  runId: number,
  { before, after }: TenantChange,
): ChangeKind | null {
  const kind = before === null ? 'new' : after === null ? 'gone' : 'changed';
  const fields =
    before === null
      ? []
      : after === null
        ? fieldsOf(before, recordFields).map((field): StoredField => [
            field,
            valueOf(before, field),
            null,
          ])
        : differingFields(before, after);
  const numbers = {
    before: before === null ? noTenant : valuesNumber(before),
    after: after === null ? noTenant : valuesNumber(after),
  };
  connection.run(
    `INSERT INTO tenant_change (run_id, tenant_id, kind, before, after, fields)
       VALUES (?, ?, ?, ?, ?, ?)`,
    runId,
    (before ?? after).id,
    kind,
    numbers.before,
    numbers.after,
    JSON.stringify(fields),
  );
  return numbers.before === numbers.after ? null : kind;
}
