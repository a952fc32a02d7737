import type { TFunction } from 'i18next';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { ColumnField } from '../layout/layout.ts';

/** What a column is called; of times with their zone. */
export function fieldName(t: TFunction, field: ColumnField, clock: Clock): string {
  if (field === 'account') return t('tenants.account');
  const name = t(`tenants.fields.${field}`);
  const isTime = field === 'createdAt' || field === 'updatedAt';
  return isTime ? t('sheet.fieldInZone', { field: name, zone: clock.label }) : name;
}
