import { hash } from 'node:crypto';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { sortedCharacters } from '../rows/row-set.ts';
import { array } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import { asArray } from './read-changes.ts';

/**
 * Returns a value as the history keeps it in memory. Of a long text, it keeps the beginning, by which it is sorted, and a
 * hash: two texts are equal if their shortened texts are.
 */
export function shorten<Value extends string | null | undefined>(value: Value): Value | string {
  if (!isLong(value)) return value;
  // UTF-16 keeps texts apart that are not well-formed.
  const digest = hash('sha256', Buffer.from(value, 'utf16le'), 'base64');
  const shortened = `${value.slice(0, sortedCharacters)}\0${digest}`;
  // A part of a text keeps all of it in memory. This makes a copy.
  return Buffer.from(shortened, 'utf16le').toString('utf16le');
}

/** Where a text was changed: by the first change of the field after the run `since`. */
interface Source {
  tenantId: string;
  field: RecordField;
  since: number;
}

/** Returns a value before a change in full. Long texts are read from the file. */
export function readWhole(
  connection: Connection,
  value: string | null,
  { tenantId, field, since }: Source,
): string | null {
  if (!isLong(value)) return value;
  const changes = connection.iterate(
    'SELECT fields FROM tenant_change WHERE tenant_id = ? AND run_id > ? ORDER BY run_id',
    tenantId,
    since,
  );
  for (const change of changes) {
    for (const [name, before] of array(change, 'fields').map(asArray)) {
      // Another list can have changes of the same tenant.
      if (name === field && typeof before === 'string' && shorten(before) === value) return before;
    }
  }
  throw new Error('The history does not have the text');
}

function isLong(value: string | null | undefined): value is string {
  return typeof value === 'string' && value.length > sortedCharacters;
}
