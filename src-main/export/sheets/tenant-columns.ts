import type { TFunction } from 'i18next';
import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import {
  isKnown,
  knownConnectionMethods,
  knownStatuses,
  recordFields,
  type ExportableColumn,
} from '../../../src-shared/tenant-fields.ts';
import type { Language } from '../../../src-shared/preferences.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { valueOf } from '../../../src-shared/record-values.ts';
import type { Clock } from '../../../src-shared/time-zone.ts';
import type { Cell, Color, Column, ColumnKind } from './column.ts';
import { toDateCell } from './date-cell.ts';

/** The language and time zone of a sheet. */
export interface Localization {
  language: Language;
  translate: TFunction;
  clock: Clock;
}

const columnKinds: Readonly<Record<RecordField, ColumnKind>> = {
  name: 'text',
  domain: 'text',
  status: 'label',
  ownerId: 'id',
  connectionMethod: 'label',
  connectionId: 'id',
  id: 'id',
  createdAt: 'date',
  updatedAt: 'date',
  hotline: 'id',
  network: 'label',
  isFreeCharge: 'label',
  description: 'text',
};

/** The same meanings as the colors of the grid. */
const statusColors = { Z: 'new', P: 'on', N: 'off' } as const satisfies Record<
  (typeof knownStatuses)[number],
  Color
>;

/** In characters. The longest texts would push the other columns off the screen and shrink the print. */
const maximumWidths: Partial<Record<RecordField, number>> = {
  name: 40,
  domain: 35,
  description: 40,
};
const maximumWidthOfOwnWords = 40;

/** The names of accounts by account id. */
export type AccountNames = ReadonlyMap<string, string>;

/** The names that the rows of a sheet have besides their ids. */
export interface RowNames {
  /** Adds a column with each tenant's account, if not `null`. It follows the first field. */
  accountNames: AccountNames | null;
  /** Adds a column with the user's own names of the owners next to their ids. */
  hasOwnerNames: boolean;
}

/**
 * Returns the columns of the sheet of tenants. The header of a date column names the time zone. The status column is
 * followed by a column with the status code, which is the same in every language. A field that occurs twice in `fields`
 * gets one column, because the headers of a table must be unique.
 */
export function createTenantColumns(
  fields: readonly ExportableColumn[],
  localization: Localization,
  { accountNames, hasOwnerNames }: RowNames,
): Column<ListedRecord>[] {
  const { translate } = localization;
  const toCell = createCellConverter(localization);
  const columns = [...new Set(fields)].flatMap((field) => {
    if (!isKnown(recordFields, field)) return [createMarkColumn(field, localization)];
    const column: Column<ListedRecord> = {
      header: createHeader(field, localization),
      kind: columnKinds[field],
      ...createColumnLayout(field),
      cell: (tenant) => toCell(field, valueOf(tenant, field)),
    };
    if (field === 'ownerId' && hasOwnerNames) {
      return [column, createOwnerNameColumn(localization)];
    }
    if (field !== 'status') return [column];
    const codeColumn: Column<ListedRecord> = {
      header: translate('sheet.statusCode'),
      kind: 'text',
      cell: ({ status }) => status,
    };
    return [{ ...column, colorsByNextColumn: statusColors }, codeColumn];
  });
  if (accountNames === null) return columns;
  const accountColumn = createAccountColumn(localization, accountNames);
  // The status code must stay next to the status, whose colors depend on it.
  const index = columns[0]?.colorsByNextColumn === undefined ? 1 : 2;
  return columns.toSpliced(index, 0, accountColumn);
}

function createOwnerNameColumn({ translate }: Localization): Column<ListedRecord> {
  return {
    header: translate('sheet.ownerName'),
    kind: 'text',
    maximumWidth: maximumWidthOfOwnWords,
    cell: ({ ownerName }) => ownerName ?? null,
  };
}

/** Returns a column of what the user has noted about a tenant, or of the hotlines of its owner. */
function createMarkColumn(
  field: Exclude<ExportableColumn, RecordField>,
  { translate }: Localization,
): Column<ListedRecord> {
  const maximumWidth = maximumWidthOfOwnWords;
  const toCell = (text = ''): Cell => (text === '' ? null : text);
  switch (field) {
    case 'star':
      return {
        header: translate('sheet.star'),
        kind: 'label',
        cell: ({ annotation }) => (annotation?.isStarred === true ? '★' : null),
      };
    case 'tags':
      return {
        header: translate('tenants.tags'),
        kind: 'text',
        maximumWidth,
        cell: ({ annotation }) => toCell(annotation?.tags.join(', ')),
      };
    case 'note':
      return {
        header: translate('tenants.note'),
        kind: 'text',
        maximumWidth,
        cell: ({ annotation }) => toCell(annotation?.note),
      };
    case 'hotlines':
      return {
        header: translate('tenants.hotlines'),
        kind: 'id',
        maximumWidth,
        cell: ({ hotlines }) => toCell(hotlines?.join(', ')),
      };
  }
}

/** Returns how the column of a field is laid out. */
export function createColumnLayout(
  field: RecordField,
): Pick<Column<unknown>, 'maximumWidth' | 'isRowTitle'> {
  const maximumWidth = maximumWidths[field];
  return {
    ...(maximumWidth !== undefined && { maximumWidth }),
    ...(field === 'name' && { isRowTitle: true }),
  };
}

/** Returns a column with the name of each tenant's account. */
export function createAccountColumn(
  { translate }: Localization,
  accountNames: AccountNames,
): Column<ListedRecord> {
  return {
    header: translate('tenants.account'),
    kind: 'text',
    cell: ({ accountId = '' }) => accountNames.get(accountId) ?? null,
  };
}

function createHeader(field: RecordField, { translate, clock }: Localization): string {
  const label = translate(`tenants.fields.${field}`);
  return columnKinds[field] === 'date'
    ? translate('tenants.fieldInZone', { field: label, zone: clock.label })
    : label;
}

/**
 * Returns a function that converts the value of a field to a cell. The translations are looked up once, not for every
 * row.
 */
export function createCellConverter({
  translate,
  clock,
}: Localization): (field: RecordField, value: string | null) => Cell {
  const statuses = new Map<string, string>(
    knownStatuses.map((status) => [status, translateStatus(status, translate)]),
  );
  const methods = new Map<string, string>(
    knownConnectionMethods.map((method) => [method, translateConnectionMethod(method, translate)]),
  );
  const translated: Partial<Record<RecordField, ReadonlyMap<string, string>>> = {
    status: statuses,
    connectionMethod: methods,
    isFreeCharge: new Map([
      ['true', translate('tenants.truth.true')],
      ['false', translate('tenants.truth.false')],
    ]),
  };
  return (field, value) => {
    if (value === null || value === '') return null;
    if (columnKinds[field] === 'date') return toDateCell(value, clock);
    return translated[field]?.get(value) ?? value;
  };
}

/** Returns the translation of a status code, or an unknown code unchanged. */
export function translateStatus(value: string, translate: TFunction): string {
  return isKnown(knownStatuses, value) ? translate(`tenants.statuses.${value}`) : value;
}

/** Returns the translation of a connection method, or an unknown method unchanged. */
export function translateConnectionMethod(value: string, translate: TFunction): string {
  return isKnown(knownConnectionMethods, value)
    ? translate(`tenants.connectionMethods.${value}`)
    : value;
}
