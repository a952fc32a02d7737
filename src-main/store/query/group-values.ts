import type { RecordField } from '../../../src-shared/list-record.ts';
import type { RowSet } from '../rows/row-set.ts';

/** Returns the values of the first `length` rows in one field, by their values in another one. Both must have a value. */
export function groupValues(
  rows: RowSet,
  length: number,
  by: RecordField,
  field: RecordField,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const values = rows.fieldValues(field, length);
  for (const group of rows.fieldValues(by, length)) {
    const value = values.next().value ?? '';
    if (group === null || group === '' || value === '') continue;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [value]);
    else known.push(value);
  }
  return groups;
}
