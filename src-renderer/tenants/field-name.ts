import type { TFunction } from 'i18next';
import type { TenantField } from '../../src-shared/tenant.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

/** What a column is called; of times with their zone. */
export function fieldName(t: TFunction, field: TenantField, clock: Clock): string {
  const name = t(`tenants.fields.${field}`);
  const isTime = field === 'createdAt' || field === 'updatedAt';
  return isTime ? t('sheet.fieldInZone', { field: name, zone: clock.label }) : name;
}
