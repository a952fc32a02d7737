// Not in the file of the schema, because the renderer must not load zod.

import type { ListRecord, RecordField } from './list-record.ts';
import type { RecordKind } from './record-kinds.ts';

/** Returns what a record is. Every tenant has a domain, which can be empty. */
export function kindOf(record: ListRecord): RecordKind {
  return record.domain === undefined ? 'hotlines' : 'tenants';
}

/** Returns the value of a field; `null` if the record has none. */
export function valueOf(record: ListRecord, field: RecordField): string | null {
  return record[field] ?? null;
}
