import type { TFunction } from 'i18next';
import {
  isKnown,
  movableColumns,
  recordFields,
  type gridColumns,
  type MovableColumn,
} from '../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../src-shared/list-record.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

/** A column of the grid: a field of a tenant, its age, the account that the tenant belongs to, or a column of changes. */
export type ColumnField = (typeof gridColumns)[number];

/** A column that is shown in some lists only, always after the name. */
export type ExtraColumn = Exclude<ColumnField, MovableColumn>;

/** Returns whether the user can move a column. */
export function isMovable(column: ColumnField): column is MovableColumn {
  return Object.values(movableColumns).some((columns) => isKnown(columns, column));
}

/** Returns whether a column is a field of a tenant. */
export function isTenantField(column: ColumnField): column is RecordField {
  return isKnown(recordFields, column);
}

/** Returns the name of a field, whose values are shown as the server sent them. */
export function fieldName(t: TFunction, field: ColumnField): string {
  return isTenantField(field) ? t(`tenants.fields.${field}`) : t(`tenants.${field}`);
}

/** Returns the name of a column without its time zone. The column of owners shows their names, if they have any. */
export function columnName(t: TFunction, field: ColumnField): string {
  return field === 'ownerId' ? t('screens.filters.owner') : fieldName(t, field);
}

/** Returns the header of a column. The header of times includes their zone. */
export function headerText(t: TFunction, field: ColumnField, clock: Clock): string {
  const name = columnName(t, field);
  const isTime = field === 'createdAt' || field === 'updatedAt' || field === 'foundAt';
  return isTime ? t('tenants.fieldInZone', { field: name, zone: clock.label }) : name;
}
