import type { TFunction } from 'i18next';
import type { TenantField } from '../../src-shared/tenant.ts';
import { timeZone } from '../../src-shared/time-zone.ts';

/** What a column is called; of times with their zone. */
export function fieldName(t: TFunction, field: TenantField): string {
  const name = t(`tenants.fields.${field}`);
  const isTime = field === 'createdAt' || field === 'updatedAt';
  return isTime ? t('sheet.fieldInZone', { field: name, zone: timeZone.label }) : name;
}
