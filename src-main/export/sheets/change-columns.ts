import { changeKinds } from '../../../src-shared/tenant-fields.ts';
import type { Change } from '../../../src-shared/saved-list.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import type { Column } from './column.ts';
import { createCellConverter, type Localization } from './tenant-columns.ts';

/** The change of one tenant that a complete refresh run found. */
export interface TenantChange {
  kind: Change['kind'];
  tenant: Tenant;
  fields: Change['fields'];
}

/** One row of the sheet of changes. */
export interface ChangeRow {
  change: TenantChange;
  /** The changed field, or `null` for a new or gone tenant. */
  field: Change['fields'][number] | null;
}

/** Returns the columns of the sheet of changes. */
export function createChangeColumns(localization: Localization): Column<ChangeRow>[] {
  const { translate, clock } = localization;
  const toCell = createCellConverter(localization);
  const kinds = new Map(
    changeKinds.map((kind) => [kind, translate(`sheet.changes.${kind}`)] as const),
  );
  const addZone = (label: string) =>
    translate('sheet.datesInZone', { field: label, zone: clock.label });
  return [
    {
      header: translate('sheet.change'),
      kind: 'label',
      cell: ({ change }) => kinds.get(change.kind) ?? null,
    },
    {
      header: translate('tenants.fields.name'),
      kind: 'text',
      cell: ({ change }) => toCell('name', change.tenant.name),
    },
    {
      header: translate('tenants.fields.id'),
      kind: 'id',
      cell: ({ change }) => toCell('id', change.tenant.id),
    },
    {
      header: translate('sheet.field'),
      kind: 'label',
      cell: ({ field }) => field && translate(`tenants.fields.${field.field}`),
    },
    // These two columns contain values of any field, ids among them.
    {
      header: addZone(translate('sheet.before')),
      kind: 'id',
      cell: ({ field }) => field && toCell(field.field, field.before),
    },
    {
      header: addZone(translate('sheet.after')),
      kind: 'id',
      cell: ({ field }) => field && toCell(field.field, field.after),
    },
  ];
}

/** Returns the rows of a change: one for each changed field, so that users can filter by field, otherwise one. */
export function toChangeRows(change: TenantChange): ChangeRow[] {
  if (change.fields.length === 0) return [{ change, field: null }];
  return change.fields.map((field) => ({ change, field }));
}
