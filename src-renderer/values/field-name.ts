import type { TFunction } from 'i18next';
import type { gridColumns } from '../../src-shared/tenant-fields.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

/** A column of the grid: a field of a tenant, or the account that the tenant belongs to. */
export type ColumnField = (typeof gridColumns)[number];

/** Returns the name of a column without its time zone. */
export function fieldName(t: TFunction, field: ColumnField): string {
  return field === 'account' ? t('tenants.account') : t(`tenants.fields.${field}`);
}

/** Returns the header of a column. The header of times includes their zone. */
export function headerText(t: TFunction, field: ColumnField, clock: Clock): string {
  const name = fieldName(t, field);
  const isTime = field === 'createdAt' || field === 'updatedAt';
  return isTime ? t('sheet.fieldInZone', { field: name, zone: clock.label }) : name;
}
