import type { TFunction } from 'i18next';
import { isKnown, knownConnectionMethods, knownStatuses } from '../../src-shared/tenant-fields.ts';
import type { Tenant, TenantField } from '../../src-shared/tenant.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { Cell, Color, Column, ColumnKind } from './columns.ts';
import { momentCell } from './moment.ts';

/** In which words and on which clock a sheet is written. */
export interface Wording {
  translate: TFunction;
  clock: Clock;
}

const kinds: Readonly<Record<TenantField, ColumnKind>> = {
  name: 'text',
  domain: 'text',
  status: 'label',
  ownerId: 'id',
  connectionMethod: 'label',
  connectionId: 'id',
  id: 'id',
  createdAt: 'moment',
  updatedAt: 'moment',
};

/** As the grid colors them. */
const statusColors = { Z: 'new', P: 'on', N: 'off' } as const satisfies Record<
  (typeof knownStatuses)[number],
  Color
>;

/** What accounts are called, by their ids. */
export type AccountNames = ReadonlyMap<string, string>;

/**
 * The columns of the tenants' sheet. A date's header names the zone of its clock; a status is followed by its code, for
 * those who compare by it; where tenants say whose they are, the account follows the first column. A field that is asked for twice is there once, because a table's headers must differ.
 */
export function tenantColumns(
  fields: readonly TenantField[],
  wording: Wording,
  accountNames: AccountNames | null,
): Column<Tenant>[] {
  const valueCell = valueCells(wording);
  const columns = [...new Set(fields)].flatMap((field) => {
    const column: Column<Tenant> = {
      header: fieldHeader(field, wording),
      kind: kinds[field],
      cell: (tenant) => valueCell(field, tenant[field]),
    };
    if (field !== 'status') return [column];
    const code: Column<Tenant> = {
      header: wording.translate('sheet.statusCode'),
      kind: 'text',
      cell: ({ status }) => status,
    };
    return [{ ...column, colorsByNext: statusColors }, code];
  });
  if (accountNames === null) return columns;
  const account: Column<Tenant> = {
    header: wording.translate('tenants.account'),
    kind: 'text',
    cell: ({ accountId = '' }) => accountNames.get(accountId) ?? null,
  };
  // Nothing stands between a status and its code.
  const at = columns[0]?.colorsByNext === undefined ? 1 : 2;
  return columns.toSpliced(at, 0, account);
}

function fieldHeader(field: TenantField, { translate, clock }: Wording): string {
  const label = translate(`tenants.fields.${field}`);
  return kinds[field] === 'moment'
    ? translate('sheet.fieldInZone', { field: label, zone: clock.label })
    : label;
}

/** Makes of a field's value the cell a person reads; an empty one where the server has none. */
export type ValueCell = (field: TenantField, value: string | null) => Cell;

/** Words are looked up once, and not for every row. */
export function valueCells({ translate, clock }: Wording): ValueCell {
  const statuses = new Map<string, string>(
    knownStatuses.map((status) => [status, statusText(status, translate)]),
  );
  const methods = new Map<string, string>(
    knownConnectionMethods.map((method) => [method, connectionMethodText(method, translate)]),
  );
  return (field, value) => {
    if (value === null || value === '') return null;
    if (kinds[field] === 'moment') return momentCell(value, clock);
    if (field === 'status') return statuses.get(value) ?? value;
    return field === 'connectionMethod' ? (methods.get(value) ?? value) : value;
  };
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
