import type { TFunction } from 'i18next';
import type { Tenant, TenantField } from '../../src-shared/tenant.ts';
import {
  isKnown,
  knownConnectionMethods,
  knownStatuses,
  tenantFields,
} from '../../src-shared/tenant-fields.ts';
import { timeZone } from '../../src-shared/time-zone.ts';
import { toExcelDate } from './excel-date.ts';
import type { Cell, SheetColumn } from './sheet.ts';

const kinds = {
  name: 'text',
  domain: 'text',
  status: 'status',
  ownerId: 'id',
  connectionMethod: 'connectionMethod',
  connectionId: 'id',
  id: 'id',
  createdAt: 'date',
  updatedAt: 'date',
} as const satisfies Record<TenantField, string>;

/** In characters: a 19-digit id, a moment, and names as long as they usually are, with the filter's button. */
const widths: Record<TenantField, number> = {
  name: 44,
  domain: 34,
  status: 16,
  ownerId: 23,
  connectionMethod: 20,
  connectionId: 23,
  id: 23,
  createdAt: 22,
  updatedAt: 22,
};

/** The columns of the tenants' sheet; a date's header names the zone of its clock. */
export function tenantColumns(translate: TFunction): SheetColumn[] {
  return tenantFields.map((field) => {
    const label = translate(`tenants.fields.${field}`);
    return {
      header:
        kinds[field] === 'date'
          ? translate('sheet.fieldInZone', { field: label, zone: timeZone.label })
          : label,
      width: widths[field],
      isId: kinds[field] === 'id',
    };
  });
}

/** A tenant's cells in the order of the columns; an empty cell where the server has no value. */
export function tenantCells(tenant: Tenant, translate: TFunction): Cell[] {
  return tenantFields.map((field) => valueCell(field, tenant[field], translate));
}

/** The cell of one field's value. */
export function valueCell(field: TenantField, value: string | null, translate: TFunction): Cell {
  if (value === null || value === '') return null;
  switch (kinds[field]) {
    case 'date':
      return momentCell(value);
    case 'status':
      return { text: statusText(value, translate) };
    case 'connectionMethod':
      return { text: connectionMethodText(value, translate) };
    case 'id':
    case 'text':
      return { text: value };
  }
}

/** A status in words; one that nobody knows as it came. */
export function statusText(value: string, translate: TFunction): string {
  return isKnown(knownStatuses, value) ? translate(`tenants.statuses.${value}`) : value;
}

/** A connection method in words; one that nobody knows as it came. */
export function connectionMethodText(value: string, translate: TFunction): string {
  return isKnown(knownConnectionMethods, value)
    ? translate(`tenants.connectionMethods.${value}`)
    : value;
}

/** A text that is no moment is worth more as it came than lost. */
export function momentCell(value: string): Cell {
  const date = toExcelDate(value, timeZone.offsetMinutes);
  return date === null ? { text: value } : { date };
}
