import type { TFunction } from 'i18next';
import type { Change } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Cell, SheetColumn } from './sheet.ts';
import { valueCell } from './tenant-sheet.ts';

/** What a complete walk found about one tenant. */
export interface TenantChange {
  kind: Change['kind'];
  tenant: Tenant;
  fields: Change['fields'];
}

/** The columns of the sheet of changes; what was and what is may be ids. */
export function changeColumns(translate: TFunction): SheetColumn[] {
  return [
    { header: translate('sheet.change'), width: 14, isId: false },
    { header: translate('tenants.fields.name'), width: 44, isId: false },
    { header: translate('tenants.fields.id'), width: 23, isId: true },
    { header: translate('sheet.field'), width: 20, isId: false },
    { header: translate('sheet.before'), width: 36, isId: true },
    { header: translate('sheet.after'), width: 36, isId: true },
  ];
}

/** A row for each field of a changed tenant, so that they can be filtered by field; one row for a new or gone one. */
export function changeRows({ kind, tenant, fields }: TenantChange, translate: TFunction): Cell[][] {
  const whose: Cell[] = [
    { text: translate(`sheet.changes.${kind}`) },
    valueCell('name', tenant.name, translate),
    valueCell('id', tenant.id, translate),
  ];
  if (fields.length === 0) return [whose];
  return fields.map(({ field, before, after }) => [
    ...whose,
    { text: translate(`tenants.fields.${field}`) },
    valueCell(field, before, translate),
    valueCell(field, after, translate),
  ]);
}
