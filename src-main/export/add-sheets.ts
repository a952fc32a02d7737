import type { AccountTotals, Overview } from '../../src-shared/facets.ts';
import { dayAt } from '../../src-shared/days.ts';
import type { ListedTenant } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import {
  createChangeColumns,
  createFoundChangeColumns,
  toChangeRows,
  type ChangeRow,
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

/** A batch of rows of the saved list or the API. */
export interface Batch<Row> {
  rows: readonly Row[];
  /** How many further rows of the batch could not be read as tenants. */
  unreadableRows: number;
}

export type Batches<Row> = AsyncIterable<Batch<Row>> | Iterable<Batch<Row>>;

/** The rows of an export. Those of the first sheet are counted. */
export type ExportContent =
  | {
      kind: 'tenants';
      batches: Batches<ListedTenant>;
      /** Whether each tenant was selected by its change, which the sheet then shows. */
      hasChange?: boolean;
      /** Adds a sheet of changes. */
      changes?: RowBatches<ListedTenant>;
    }
  | { kind: 'changes'; batches: Batches<ListedTenant> }
  | { kind: 'overview'; overview: Overview };

interface Settings {
  /** The columns of the sheet of tenants. */
  columns: readonly TenantField[];
  localization: Localization;
  /** The names of the accounts if each row names its account; otherwise `null`. */
  accountNames: AccountNames | null;
  /** When the older list of a comparison was complete, RFC 3339; `null` if nothing is compared. */
  comparedFrom: string | null;
}

/** Passes the sheets of an export to `add`, one after the other. The rows of the first sheet go through `counter`. */
export async function addSheets(
  content: ExportContent,
  counter: RowCounter,
  settings: Settings,
  add: <Row>(sheet: Sheet<Row>) => Promise<void>,
): Promise<void> {
  const { localization, accountNames } = settings;
  const { translate } = localization;
  switch (content.kind) {
    case 'tenants':
      await add<ListedTenant>({
        name: translate('sheet.sheetName'),
        tableName: 'Tenants',
        columns: [
          ...createTenantColumns(settings.columns, localization, accountNames),
          ...(content.hasChange === true ? createFoundChangeColumns(localization) : []),
        ],
        rows: counter.readRows(content.batches),
      });
      if (content.changes !== undefined) await add(createChangesSheet(content.changes, settings));
      return;
    case 'changes':
      return add(createChangesSheet(counter.readRows(content.batches), settings));
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
  tenants: RowBatches<ListedTenant>,
  { localization, accountNames, comparedFrom }: Settings,
): Sheet<ChangeRow> {
  const { translate, clock } = localization;
  return {
    name:
      comparedFrom === null
        ? translate('sheet.changesSheetName')
        : translate('sheet.changesSince', { day: dayAt(new Date(comparedFrom), clock) }),
    tableName: 'Changes',
    columns: createChangeColumns(localization, accountNames),
    rows: readChangeRows(tenants),
  };
}

async function* readChangeRows(tenants: RowBatches<ListedTenant>): AsyncGenerator<ChangeRow[]> {
  for await (const batch of tenants) yield batch.flatMap(toChangeRows);
}

/** Counts the rows of the first sheet while they are read. */
export class RowCounter {
  rows = 0;
  unreadableRows = 0;
  readonly #onProgress: (rows: number) => void;

  constructor(onProgress: (rows: number) => void) {
    this.#onProgress = onProgress;
  }

  async *readRows<Row>(batches: Batches<Row>): AsyncGenerator<readonly Row[], void> {
    for await (const { rows, unreadableRows } of batches) {
      this.rows += rows.length;
      this.unreadableRows += unreadableRows;
      if (rows.length > 0) this.#onProgress(this.rows);
      yield rows;
    }
  }
}
