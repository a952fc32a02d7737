import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { Language } from '../../src-shared/preferences.ts';
import { saveFile, type SavedFile } from '../files/save-file.ts';
import { addSheets, type ExportContent, type SheetSettings } from './add-sheets.ts';
import { RowCounter } from './sheets/row-counter.ts';
import { writeCsv } from './csv/write-csv.ts';
import { createInfoColumns, createInfoRows, type ExportOrigin } from './sheets/info-sheet.ts';
import type { AccountNames, Localization } from './sheets/tenant-columns.ts';
import type { DateFormat } from './xlsx/styles.ts';
import { WorkbookWriter } from './xlsx/workbook-writer.ts';

interface Settings {
  /** The choices of the user. */
  options: ExportOptions;
  /** Returns where the rows come from. Some of it may be known only after the rows were read. */
  origin: () => ExportOrigin;
  localization: Localization;
  /** The names of the accounts if each row names its account; otherwise `null`. */
  accountNames: AccountNames | null;
  /** How the file is saved. */
  saving: Omit<Parameters<typeof saveFile>[2], 'signal'>;
  signal: AbortSignal;
  /** Called with the number of rows read so far. */
  onProgress: (rows: number) => void;
}

/** What was written, and where. */
export interface WrittenFile extends Pick<SavedFile<unknown>, 'path' | 'obstacle'> {
  /** How many rows were read for the first sheet. A tenant with several changed fields counts once. */
  rows: number;
  /** The lines of the sheet of changes; `null` if there is none. */
  changeLines: number | null;
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
    const { rows, changeLines, unreadableRows } = counter;
    return { rows, changeLines, unreadableRows, path: saved.path, obstacle: saved.obstacle };
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
  settings: Settings,
): Promise<void> {
  const { options, signal } = settings;
  let isFirst = true;
  await addSheets(content, counter, sheetSettings(settings), async ({ columns, rows }) => {
    if (!isFirst) return;
    isFirst = false;
    await writeCsv(file, { columns, rows, options, signal });
  });
}

/** In Vietnam the day always comes first. Those who read English are used to different orders. */
const dateFormats: Readonly<Record<Language, DateFormat>> = { en: 'regional', vi: 'dayFirst' };

/** Writes all sheets, and the info sheet. */
async function writeWorkbook(
  file: FileHandle,
  content: ExportContent,
  counter: RowCounter,
  settings: Settings,
): Promise<void> {
  const { origin, localization, signal } = settings;
  const { translate, language } = localization;
  const { accountName, version } = origin();
  const exportedAt = new Date();
  const workbook = new WorkbookWriter(file, {
    properties: {
      title: `${translate(`sheet.sheetNames.${recordsOf(content)}`)} – ${accountName}`,
      creator: `eTelecom Tenants ${version}`,
      created: exportedAt,
    },
    dateFormat: dateFormats[language],
    signal,
  });
  await addSheets(content, counter, sheetSettings(settings), (sheet) => workbook.add(sheet));
  await workbook.add({
    name: translate('sheet.infoSheetName'),
    tableName: null,
    columns: createInfoColumns(localization),
    rows: [
      createInfoRows(origin(), { counter, cutTexts: workbook.cutTexts, exportedAt }, localization),
    ],
  });
  await workbook.end();
}

function sheetSettings({ options, origin, localization, accountNames }: Settings): SheetSettings {
  const { comparison } = origin();
  return { columns: options.columns, localization, accountNames, comparison };
}

/** Returns what the title names. An overview is of tenants. */
function recordsOf(content: ExportContent): RecordKind {
  return content.kind === 'overview' ? 'tenants' : (content.records ?? 'tenants');
}
