import type { TFunction } from 'i18next';
import { AppError } from '../../src-shared/errors.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { writeBeside } from '../files/write-beside.ts';
import { changeColumns, changeRows, type TenantChange } from './change-sheet.ts';
import { infoColumns, infoRows, type Stamp } from './info-sheet.ts';
import { tenantCells, tenantColumns } from './tenant-sheet.ts';
import { writeWorkbook, type Sheet } from './workbook.ts';

/** Batches of rows, and how many rows beside them were not a tenant at all. */
export interface Batch<Row> {
  rows: readonly Row[];
  unreadableRows: number;
}

type Batches<Row> = AsyncIterable<Batch<Row>> | Iterable<Batch<Row>>;

/** What goes into the first sheet. */
export type ExportContent =
  | { kind: 'tenants'; batches: Batches<Tenant> }
  | { kind: 'changes'; batches: Batches<TenantChange> };

export interface ExportOptions {
  /** Made when the rows are written. */
  stamp: () => Stamp;
  translate: TFunction;
  signal: AbortSignal;
  /** Told how many rows were read so far. */
  onRows: (rows: number) => void;
}

/**
 * Writes a workbook beside its final name and renames it: the rows, and a second sheet that says where they are from.
 *
 * @throws AppError with a file code, `canceled`, and whatever the content throws; no partial file is left behind.
 */
export async function writeExport(
  path: string,
  content: ExportContent,
  { stamp, translate, signal, onRows }: ExportOptions,
): Promise<{ rows: number; unreadableRows: number }> {
  const written = { rows: 0, unreadableRows: 0 };
  async function* counted<Row>(batches: Batches<Row>) {
    for await (const { rows, unreadableRows } of batches) {
      written.rows += rows.length;
      written.unreadableRows += unreadableRows;
      onRows(written.rows);
      yield rows;
    }
  }
  function* info() {
    yield infoRows(stamp(), written, translate);
  }
  const sheets: Sheet[] = [
    contentSheet(content, counted, translate),
    { name: translate('sheet.infoSheetName'), columns: infoColumns(translate), rows: info() },
  ];
  try {
    await writeBeside(path, (besidePath) => writeWorkbook(besidePath, sheets, signal));
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new AppError({ code: 'canceled', message: 'The export was canceled' }, { cause: error });
  }
  return written;
}

function contentSheet(
  content: ExportContent,
  counted: <Row>(batches: Batches<Row>) => AsyncIterable<readonly Row[]>,
  translate: TFunction,
): Sheet {
  if (content.kind === 'changes') {
    return {
      name: translate('sheet.changesSheetName'),
      columns: changeColumns(translate),
      rows: mapped(counted(content.batches), (changes) =>
        changes.flatMap((change) => changeRows(change, translate)),
      ),
    };
  }
  return {
    name: translate('sheet.sheetName'),
    columns: tenantColumns(translate),
    rows: mapped(counted(content.batches), (tenants) =>
      tenants.map((tenant) => tenantCells(tenant, translate)),
    ),
  };
}

async function* mapped<From, To>(batches: AsyncIterable<From>, map: (batch: From) => To) {
  for await (const batch of batches) yield map(batch);
}
