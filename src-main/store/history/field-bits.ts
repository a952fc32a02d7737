import { areSameDate } from '../../../src-shared/dates.ts';
import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../../src-shared/tenant.ts';

/** Returns the bit that stands for a field. */
export function bitOf(field: TenantField): number {
  return 1 << tenantFields.indexOf(field);
}

/** Returns whether two values differ. A newer `updatedAt` is no difference, nor is another way to write the same date. */
export function differ(field: TenantField, before: string | null, after: string | null): boolean {
  if (before === after || field === 'updatedAt') return false;
  return field !== 'createdAt' || !areSameDate(before, after);
}
