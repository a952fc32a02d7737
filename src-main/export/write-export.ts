import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { saveFile, type SavedFile } from '../files/save-file.ts';
import { writeCsv } from './csv/write-csv.ts';
import {
  createChangeColumns,
  toChangeRows,
  type ChangeRow,
  type TenantChange,
} from './sheets/change-columns.ts';
import type { RowBatches } from './sheets/column.ts';
import { createInfoColumns, createInfoRows, type ExportOrigin } from './sheets/info-sheet.ts';
import {
  createTenantColumns,
  type AccountNames,
  type Localization,
} from './sheets/tenant-columns.ts';
import { WorkbookWriter, type Sheet } from './xlsx/workbook-writer.ts';

/** A batch of rows of the saved list or the API. */
export interface Batch<Row> {
  rows: readonly Row[];
  /** How many further rows of the batch could not be read as tenants. */
  unreadableRows: number;
}

type Batches<Row> = AsyncIterable<Batch<Row>> | Iterable<Batch<Row>>;

/** The rows of the first sheet. With tenants, `changes` adds a sheet of changes. */
export type ExportContent =
  | { kind: 'tenants'; batches: Batches<Tenant>; changes?: RowBatches<TenantChange> }
  | { kind: 'changes'; batches: Batches<TenantChange> };

interface Settings {
  /** The choices of the user. */
  options: ExportOptions;
  /** Returns where the rows come from. Some of it may be known only after the rows were read. */
  origin: () => ExportOrigin;
  localization: Localization;
  /** Adds a column with each tenant's account, if not `null`. */
  accountNames: AccountNames | null;
  /** How the file is saved. */
  saving: Omit<Parameters<typeof saveFile>[2], 'signal'>;
  signal: AbortSignal;
  /** Called with the number of rows read so far. */
  onProgress: (rows: number) => void;
}

/** What was written, and where. */
export interface WrittenFile extends Pick<SavedFile<unknown>, 'path' | 'obstacle'> {
  /** How many rows the first sheet has. */
  rows: number;
  /** How many rows could not be read. */
  unreadableRows: number;
}

/**
 * Writes a workbook or a CSV file, completely or not at all.
 *
 * @throws AppError with a file code, `canceled`, or any error of reading the rows.
 */
export async function writeExport(
  path: string,
  content: ExportContent,
  settings: Settings,
): Promise<WrittenFile> {
  const counter = new RowCounter(settings.onProgress);
  const write = settings.options.format === 'csv' ? writeCsvFile : writeWorkbook;
  const { saving, signal } = settings;
  try {
    const saved = await saveFile(path, (file) => write(file, content, counter, settings), {
      ...saving,
      signal,
    });
    const { rows, unreadableRows } = counter;
    return { rows, unreadableRows, path: saved.path, obstacle: saved.obstacle };
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new AppError({ code: 'canceled', message: 'The export was canceled' }, { cause: error });
  }
}

/** Writes only the first sheet, because a CSV file cannot have more. */
async function writeCsvFile(
  file: FileHandle,
  content: ExportContent,
  counter: RowCounter,
  { options, localization, accountNames, signal }: Settings,
): Promise<void> {
  if (content.kind === 'changes') {
    const rows = readChangeRows(counter.readRows(content.batches));
    const columns = createChangeColumns(localization);
    await writeCsv(file, { columns, rows, options, signal });
  } else {
    const rows = counter.readRows(content.batches);
    const columns = createTenantColumns(options.columns, localization, accountNames);
    await writeCsv(file, { columns, rows, options, signal });
  }
}

/** Writes the first sheet, the sheet of changes if there is one, and the info sheet. */
async function writeWorkbook(
  file: FileHandle,
  content: ExportContent,
  counter: RowCounter,
  { options, origin, localization, accountNames, signal }: Settings,
): Promise<void> {
  const { translate } = localization;
  const { accountName, version } = origin();
  const workbook = new WorkbookWriter(file, {
    properties: {
      title: `${translate('sheet.sheetName')} – ${accountName}`,
      creator: `eTelecom Tenants ${version}`,
      created: new Date(),
    },
    signal,
  });
  const createChangesSheet = (rows: RowBatches<ChangeRow>): Sheet<ChangeRow> => ({
    name: translate('sheet.changesSheetName'),
    tableName: 'Changes',
    columns: createChangeColumns(localization),
    rows,
  });
  if (content.kind === 'changes') {
    await workbook.add(createChangesSheet(readChangeRows(counter.readRows(content.batches))));
  } else {
    await workbook.add({
      name: translate('sheet.sheetName'),
      tableName: 'Tenants',
      columns: createTenantColumns(options.columns, localization, accountNames),
      rows: counter.readRows(content.batches),
    });
    if (content.changes !== undefined) {
      await workbook.add(createChangesSheet(readChangeRows(content.changes)));
    }
  }
  const { rows, unreadableRows } = counter;
  const counts = { rows, unreadableRows, cutTexts: workbook.cutTexts };
  await workbook.add({
    name: translate('sheet.infoSheetName'),
    tableName: null,
    columns: createInfoColumns(localization),
    rows: [createInfoRows(origin(), counts, localization)],
  });
  await workbook.end();
}

/** Counts the rows of the first sheet while they are read. */
class RowCounter {
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

async function* readChangeRows(
  changes: RowBatches<TenantChange>,
): AsyncGenerator<ChangeRow[], void> {
  for await (const batch of changes) yield batch.flatMap(toChangeRows);
}
