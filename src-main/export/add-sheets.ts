import type { AccountTotals, Overview } from '../../src-shared/facets.ts';
import { dayAt } from '../../src-shared/days.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { hotlineColumns, type ExportableColumn } from '../../src-shared/tenant-fields.ts';
import type { Batches, RowCounter } from './sheets/row-counter.ts';
import {
  createChangeColumns,
  createFoundChangeColumns,
  toChangeRows,
  type ChangeRow,
  type Comparison,
} from './sheets/change-columns.ts';
import type { RowBatches } from './sheets/column.ts';
import {
  createAccountTotalsColumns,
  createGrowthColumns,
  toGrowthRows,
} from './sheets/overview-columns.ts';
import {
  createTenantColumns,
  type AccountNames,
  type Localization,
} from './sheets/tenant-columns.ts';
import type { Sheet } from './xlsx/workbook-writer.ts';

/** The rows of an export. Those of the first sheet are counted. */
export type ExportContent =
  | {
      kind: 'tenants';
      /** What the rows are; by default tenants. */
      records?: RecordKind;
      batches: Batches<ListedRecord>;
      /** Whether each tenant was selected by its change, which the sheet then shows. */
      hasChange?: boolean;
      /** Adds a sheet of changes. */
      changes?: RowBatches<ListedRecord>;
      /** Adds a sheet of hotlines. */
      hotlines?: RowBatches<ListedRecord>;
      /** Adds a sheet of the values that were looked for and that no tenant has. */
      notFound?: readonly string[];
      /** Whether the user has named an owner, so that the sheet has a column for the names. */
      hasOwnerNames?: boolean;
    }
  | {
      kind: 'changes';
      records?: RecordKind;
      batches: Batches<ListedRecord>;
      hasOwnerNames?: boolean;
    }
  | { kind: 'overview'; overview: Overview };

/** How the sheets of an export are laid out. */
export interface SheetSettings {
  /** The columns of the sheet of tenants. */
  columns: readonly ExportableColumn[];
  localization: Localization;
  /** The names of the accounts if each row names its account; otherwise `null`. */
  accountNames: AccountNames | null;
  /** `null` if nothing is compared. */
  comparison: Comparison | null;
}

/** The names of the tables of records. */
const tableNames: Record<RecordKind, string> = { tenants: 'Tenants', hotlines: 'Hotlines' };

/** The name of the table in the sheet of changes. */
export const changesTable = 'Changes';

/** Passes the sheets of an export to `add`, one after the other. The rows of the first sheet go through `counter`. */
export async function addSheets(
  content: ExportContent,
  counter: RowCounter,
  settings: SheetSettings,
  add: <Row>(sheet: Sheet<Row>) => Promise<void>,
): Promise<void> {
  const { localization, accountNames } = settings;
  const { translate } = localization;
  switch (content.kind) {
    case 'tenants': {
      const { records = 'tenants' } = content;
      await add<ListedRecord>({
        name: translate(`sheet.sheetNames.${records}`),
        tableName: tableNames[records],
        columns: [
          ...createTenantColumns(settings.columns, localization, {
            accountNames,
            hasOwnerNames: content.hasOwnerNames ?? false,
          }),
          ...(content.hasChange === true ? createFoundChangeColumns(localization) : []),
        ],
        rows: counter.readTenants(content.batches),
      });
      if (content.changes !== undefined) {
        await add(createChangesSheet(content.changes, content, counter, settings));
      }
      if (content.hotlines !== undefined) {
        await add(createHotlinesSheet(content.hotlines, content, settings));
      }
      if (content.notFound !== undefined && content.notFound.length > 0) {
        await add(createNotFoundSheet(content.notFound, records, localization));
      }
      return;
    }
    case 'changes': {
      const tenants = counter.readRows(content.batches);
      return add(createChangesSheet(tenants, content, counter, settings));
    }
    case 'overview': {
      const rows = toGrowthRows(content.overview);
      await add({
        name: translate('sheet.growthSheetName'),
        tableName: 'Growth',
        columns: createGrowthColumns(localization),
        rows: counter.readRows([{ rows, unreadableRows: 0 }]),
      });
      if (accountNames === null) return;
      return add<AccountTotals>({
        name: translate('sheet.accountsSheetName'),
        tableName: 'Accounts',
        columns: createAccountTotalsColumns(localization, accountNames),
        rows: [content.overview.accounts],
      });
    }
  }
}

function createChangesSheet(
  tenants: RowBatches<ListedRecord>,
  { records = 'tenants', hasOwnerNames = false }: { records?: RecordKind; hasOwnerNames?: boolean },
  counter: RowCounter,
  { localization, accountNames, comparison }: SheetSettings,
): Sheet<ChangeRow> {
  const { translate, clock } = localization;
  const comparedFrom = comparison?.from ?? null;
  return {
    name:
      comparedFrom === null
        ? translate('sheet.changesSheetName')
        : translate('sheet.changesSince', { day: dayAt(new Date(comparedFrom), clock) }),
    tableName: changesTable,
    columns: createChangeColumns(
      localization,
      { records, accountNames, hasOwnerNames },
      comparison,
    ),
    rows: counter.countLines(readChangeRows(tenants)),
  };
}

/** Returns the sheet of all hotlines, beside that of tenants. */
function createHotlinesSheet(
  rows: RowBatches<ListedRecord>,
  { hasOwnerNames = false }: { hasOwnerNames?: boolean },
  { localization, accountNames }: SheetSettings,
): Sheet<ListedRecord> {
  const names = { accountNames, hasOwnerNames };
  return {
    name: localization.translate('sheet.sheetNames.hotlines'),
    tableName: tableNames.hotlines,
    columns: createTenantColumns(hotlineColumns, localization, names),
    rows,
  };
}

/** Returns the sheet of the values that no record has, so that they can be passed on. */
function createNotFoundSheet(
  values: readonly string[],
  records: RecordKind,
  { translate }: Localization,
): Sheet<string> {
  return {
    name: translate('sheet.notFoundSheetName'),
    tableName: 'NotFound',
    columns: [
      {
        header: translate('sheet.notFoundValue', { context: records }),
        kind: 'id',
        cell: (value) => value,
      },
    ],
    rows: [values],
  };
}

async function* readChangeRows(tenants: RowBatches<ListedRecord>): AsyncGenerator<ChangeRow[]> {
  for await (const batch of tenants) yield batch.flatMap(toChangeRows);
}
