import { changeKinds } from '../../src-shared/tenant-fields.ts';
import type { Change } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Column } from './columns.ts';
import { valueCells, type Wording } from './tenant-columns.ts';

/** What a complete run found about one tenant. */
export interface TenantChange {
  kind: Change['kind'];
  tenant: Tenant;
  fields: Change['fields'];
}

/** One line of the sheet: a field that changed, or none for a tenant that came or went. */
export interface ChangeLine {
  change: TenantChange;
  field: Change['fields'][number] | null;
}

/** The columns of the sheet of changes; what was and what is may be ids. */
export function changeColumns(wording: Wording): Column<ChangeLine>[] {
  const { translate } = wording;
  const valueCell = valueCells(wording);
  const kinds = new Map(
    changeKinds.map((kind) => [kind, translate(`sheet.changes.${kind}`)] as const),
  );
  return [
    {
      header: translate('sheet.change'),
      kind: 'label',
      cell: ({ change }) => kinds.get(change.kind) ?? null,
    },
    {
      header: translate('tenants.fields.name'),
      kind: 'text',
      cell: ({ change }) => valueCell('name', change.tenant.name),
    },
    {
      header: translate('tenants.fields.id'),
      kind: 'id',
      cell: ({ change }) => valueCell('id', change.tenant.id),
    },
    {
      header: translate('sheet.field'),
      kind: 'label',
      cell: ({ field }) => field && translate(`tenants.fields.${field.field}`),
    },
    {
      header: inZone(translate('sheet.before')),
      kind: 'id',
      cell: ({ field }) => field && valueCell(field.field, field.before),
    },
    {
      header: inZone(translate('sheet.after')),
      kind: 'id',
      cell: ({ field }) => field && valueCell(field.field, field.after),
    },
  ];

  function inZone(label: string): string {
    return translate('sheet.datesInZone', { field: label, zone: wording.clock.label });
  }
}

/** A line for each field of a changed tenant, so that they can be filtered by field; one for a new or gone one. */
export function changeLines(change: TenantChange): ChangeLine[] {
  if (change.fields.length === 0) return [{ change, field: null }];
  return change.fields.map((field) => ({ change, field }));
}
