import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import type { Change } from '../../../src-shared/changes.ts';
import type { ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { RecordKind } from '../../../src-shared/record-kinds.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { cellText } from './cell-text.ts';
import type { Column } from './column.ts';
import { toDateCell } from './date-cell.ts';
import {
  createAccountColumn,
  createCellConverter,
  createColumnLayout,
  createTenantColumns,
  type Localization,
  type RowNames,
} from './tenant-columns.ts';

/** The moments that were compared, RFC 3339. `from` is `null` if there was nothing to compare with. */
export interface Comparison {
  from: string | null;
  to: string | null;
}

/** The fields that tell which record a change is about, besides its name. */
const shownFields: Record<RecordKind, readonly RecordField[]> = {
  tenants: ['domain', 'ownerId', 'id'],
  hotlines: ['hotline', 'ownerId', 'id'],
};

/** One row of the sheet of changes. */
export interface ChangeRow {
  tenant: ListedRecord;
  change: Change;
  /** The changed field, or `null` for a new or gone tenant. */
  field: Change['fields'][number] | null;
}

/**
 * Returns the columns of the sheet of changes.
 *
 * @param names as for `createTenantColumns`.
 * @param comparison repeated in each row, so that a part of the sheet still says what was compared.
 */
export function createChangeColumns(
  localization: Localization,
  { records, accountNames, hasOwnerNames }: RowNames & { records: RecordKind },
  comparison: Comparison | null,
): Column<ChangeRow>[] {
  const { translate, clock } = localization;
  const toCell = createCellConverter(localization);
  const kindOf = createKindLabels(localization);
  const addZone = (label: string) =>
    translate('sheet.datesInZone', { field: label, zone: clock.label });
  const momentColumn = (label: string, moment: string | null = null): Column<ChangeRow> => {
    const cell = moment && toDateCell(moment, clock);
    return {
      header: translate('tenants.fieldInZone', { field: label, zone: clock.label }),
      kind: 'date',
      cell: () => cell,
    };
  };
  const tenantColumns = createTenantColumns(shownFields[records], localization, {
    accountNames: null,
    hasOwnerNames,
  });
  const account = accountNames && createAccountColumn(localization, accountNames);
  return [
    { header: translate('sheet.change'), kind: 'label', cell: ({ change }) => kindOf(change.kind) },
    {
      header: translate('tenants.fields.name'),
      kind: 'text',
      ...createColumnLayout('name'),
      cell: ({ tenant }) => toCell('name', tenant.name),
    },
    ...(account === null
      ? []
      : [{ ...account, cell: ({ tenant }: ChangeRow) => account.cell(tenant) }]),
    ...tenantColumns.map((column) => ({
      ...column,
      cell: ({ tenant }: ChangeRow) => column.cell(tenant),
    })),
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
    {
      header: translate('tenants.fieldInZone', {
        field: translate('tenants.foundAt'),
        zone: clock.label,
      }),
      kind: 'date',
      cell: ({ change }) => toDateCell(change.foundAt, clock),
    },
    momentColumn(translate('sheet.comparedFrom'), comparison?.from),
    momentColumn(translate('sheet.comparedTo'), comparison?.to),
  ];
}

/** Returns the rows of a change: one for each changed field, so that users can filter by field, otherwise one. */
export function toChangeRows(tenant: ListedRecord): ChangeRow[] {
  const { change } = tenant;
  if (change === undefined) throw new Error('A row of a list of changes has no change');
  if (change.kind !== 'changed' || change.fields.length === 0) {
    return [{ tenant, change, field: null }];
  }
  return change.fields.map((field) => ({ tenant, change, field }));
}

/** Returns the columns that a sheet of tenants has in addition if the tenants were selected by their change. */
export function createFoundChangeColumns(localization: Localization): Column<ListedRecord>[] {
  const { translate, clock } = localization;
  const toCell = createCellConverter(localization);
  const kindOf = createKindLabels(localization);
  const toText = (field: RecordField, value: string | null) =>
    cellText(toCell(field, value)) || translate('sheet.none');
  const describeField = ({ field, before, after }: Change['fields'][number]) =>
    translate('sheet.fieldChange', {
      field: translate(`tenants.fields.${field}`),
      before: toText(field, before),
      after: toText(field, after),
    });
  return [
    {
      header: translate('sheet.change'),
      kind: 'label',
      cell: ({ change }) => (change ? kindOf(change.kind) : null),
    },
    {
      header: translate('tenants.whatChanged'),
      kind: 'text',
      cell: ({ change }) =>
        change?.kind === 'changed' ? change.fields.map(describeField).join('; ') : null,
    },
    {
      header: translate('tenants.fieldInZone', {
        field: translate('tenants.foundAt'),
        zone: clock.label,
      }),
      kind: 'date',
      cell: ({ change }) => (change ? toDateCell(change.foundAt, clock) : null),
    },
  ];
}

/** Returns a function that translates a kind. The translations are looked up once, not for every row. */
function createKindLabels({ translate }: Localization): (kind: ChangeKind) => string {
  const labels: Record<ChangeKind, string> = {
    new: translate('sheet.changes.new'),
    changed: translate('sheet.changes.changed'),
    gone: translate('sheet.changes.gone'),
  };
  return (kind) => labels[kind];
}
