import { areSameDate } from '../../../src-shared/dates.ts';
import { recordFields } from '../../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';

/** Returns the bit that stands for a field. */
export function bitOf(field: RecordField): number {
  return 1 << recordFields.indexOf(field);
}

/** Returns whether two values differ. A newer `updatedAt` is no difference, nor is another way to write the same date. */
export function differ(field: RecordField, before: string | null, after: string | null): boolean {
  if (before === after || field === 'updatedAt') return false;
  return field !== 'createdAt' || !areSameDate(before, after);
}
