import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { writeBeside } from '../files/write-beside.ts';
import {
  changeColumns,
  changeLines,
  type ChangeLine,
  type TenantChange,
} from './change-columns.ts';
import type { RowBatches } from './columns.ts';
import { writeCsv } from './csv.ts';
import { infoColumns, infoFacts, type Stamp } from './info-sheet.ts';
import { tenantColumns, type AccountNames, type Wording } from './tenant-columns.ts';
import { WorkbookWriter, type Sheet } from './xlsx/workbook.ts';

/** Batches of rows, and how many rows beside them were not a tenant at all. */
export interface Batch<Row> {
  rows: readonly Row[];
  unreadableRows: number;
}

type Batches<Row> = AsyncIterable<Batch<Row>> | Iterable<Batch<Row>>;

/** What goes into the first sheet, and beside tenants what changed, where it is asked for. */
export type ExportContent =
  | { kind: 'tenants'; batches: Batches<Tenant>; changes?: RowBatches<TenantChange> }
  | { kind: 'changes'; batches: Batches<TenantChange> };

interface Parts {
  options: ExportOptions;
  /** Made when the rows are written. */
  stamp: () => Stamp;
  wording: Wording;
  /** By their ids, where each tenant says whose it is. */
  accountNames: AccountNames | null;
  signal: AbortSignal;
  /** Told how many rows were read so far. */
  onProgress: (rows: number) => void;
}

/**
 * Writes a workbook or a CSV file beside its final name and renames it.
 *
 * @throws AppError with a file code, `canceled`, and whatever the content throws; no partial file is left behind.
 */
export async function writeExport(
  path: string,
  content: ExportContent,
  parts: Parts,
): Promise<{ rows: number; unreadableRows: number }> {
  const written = new Counted(parts.onProgress);
  const write = parts.options.format === 'csv' ? writeRows : writeSheets;
  try {
    await writeBeside(path, (file) => write(file, content, written, parts));
  } catch (error) {
    if (!parts.signal.aborted) throw error;
    throw new AppError({ code: 'canceled', message: 'The export was canceled' }, { cause: error });
  }
  const { rows, unreadableRows } = written;
  return { rows, unreadableRows };
}

/** The first sheet alone: a CSV file has no other. */
async function writeRows(
  file: FileHandle,
  content: ExportContent,
  written: Counted,
  { options, wording, accountNames, signal }: Parts,
): Promise<void> {
  if (content.kind === 'changes') {
    const rows = linesOf(written.rowsOf(content.batches));
    await writeCsv(file, { columns: changeColumns(wording), rows, options, signal });
  } else {
    const columns = tenantColumns(options.columns, wording, accountNames);
    await writeCsv(file, { columns, rows: written.rowsOf(content.batches), options, signal });
  }
}

/** The rows, what changed where it is asked for, and a sheet that says where they are from. */
async function writeSheets(
  file: FileHandle,
  content: ExportContent,
  written: Counted,
  { options, stamp, wording, accountNames, signal }: Parts,
): Promise<void> {
  const { translate } = wording;
  const { accountName, version } = stamp();
  const workbook = new WorkbookWriter(file, {
    properties: {
      title: `${translate('sheet.sheetName')} – ${accountName}`,
      creator: `eTelecom Tenants ${version}`,
      created: new Date(),
    },
    signal,
  });
  const changesSheet = (rows: RowBatches<ChangeLine>): Sheet<ChangeLine> => ({
    name: translate('sheet.changesSheetName'),
    tableName: 'Changes',
    columns: changeColumns(wording),
    rows,
  });
  if (content.kind === 'changes') {
    await workbook.add(changesSheet(linesOf(written.rowsOf(content.batches))));
  } else {
    await workbook.add({
      name: translate('sheet.sheetName'),
      tableName: 'Tenants',
      columns: tenantColumns(options.columns, wording, accountNames),
      rows: written.rowsOf(content.batches),
    });
    if (content.changes !== undefined) await workbook.add(changesSheet(linesOf(content.changes)));
  }
  const { rows, unreadableRows } = written;
  const outcome = { rows, unreadableRows, cutTexts: workbook.cutTexts };
  await workbook.add({
    name: translate('sheet.infoSheetName'),
    tableName: null,
    columns: infoColumns(wording),
    rows: [infoFacts(stamp(), outcome, wording)],
  });
  await workbook.end();
}

/** Counts the rows of the first sheet as they pass. */
class Counted {
  rows = 0;
  unreadableRows = 0;
  readonly #onProgress: (rows: number) => void;

  constructor(onProgress: (rows: number) => void) {
    this.#onProgress = onProgress;
  }

  async *rowsOf<Row>(batches: Batches<Row>): AsyncGenerator<readonly Row[], void> {
    for await (const { rows, unreadableRows } of batches) {
      this.rows += rows.length;
      this.unreadableRows += unreadableRows;
      if (rows.length > 0) this.#onProgress(this.rows);
      yield rows;
    }
  }
}

async function* linesOf(changes: RowBatches<TenantChange>): AsyncGenerator<ChangeLine[], void> {
  for await (const batch of changes) yield batch.flatMap(changeLines);
}
