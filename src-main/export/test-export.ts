import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import { generateTenants } from '../../sandbox/generate.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportOptions, ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { createTranslations } from '../translations.ts';
import { Exports } from './exports.ts';
import type { Stamp } from './info-sheet.ts';
import type { AccountNames } from './tenant-columns.ts';
import { writeExport, type Batch, type ExportContent } from './write-export.ts';

export const plainTenants: Tenant[] = generateTenants({ count: 250, seed: 7 }).map((tenant) => ({
  id: tenant.id,
  name: tenant.name,
  domain: tenant.domain,
  status: tenant.status,
  ownerId: tenant.owner_id,
  connectionMethod: tenant.connection_method,
  connectionId: tenant.connection_id,
  createdAt: tenant.created_at,
  updatedAt: tenant.updated_at,
}));

/** A run over these tenants, 100 a page. */
export async function* pagesOf(tenants: Tenant[]) {
  for (let start = 0; start < tenants.length; start += 100) {
    yield await Promise.resolve({ rows: tenants.slice(start, start + 100), unreadableRows: 0 });
  }
}

export const plainStamp: Stamp = {
  source: 'live',
  fetchedAt: '2026-11-22T17:30:00.000Z',
  extent: 'complete',
  filter: {},
  accountName: 'Partner One',
  baseUrls: ['https://pbx.example.vn/v1/partner'],
  version: '1.2.3',
};

interface TestWrite {
  pages?: AsyncIterable<Batch<Tenant>>;
  /** `pages` unless told. */
  content?: ExportContent;
  stamp?: Partial<Stamp>;
  language?: Language;
  accountNames?: AccountNames;
  /** `defaultExportOptions` but for these. */
  options?: Partial<ExportOptions>;
  signal?: AbortSignal;
  onProgress?: (rows: number) => void;
}

interface TestExport extends TestWrite {
  folder: string;
  /** What the dialog answers; `tenants.xlsx` in the folder unless told. */
  chosen?: string | null;
}

/** Writes a file with everything real but the run. */
export function writeTestExport(
  path: string,
  {
    pages = pagesOf(plainTenants),
    content = { kind: 'tenants', batches: pages },
    stamp,
    language = 'en',
    accountNames,
    options,
    signal = new AbortController().signal,
    onProgress = () => undefined,
  }: TestWrite = {},
) {
  return writeExport(path, content, {
    options: { ...defaultExportOptions, ...options },
    stamp: () => ({ ...plainStamp, ...stamp }),
    wording: { translate: createTranslations()(language), clock: createClock('vietnam') },
    accountNames: accountNames ?? null,
    signal,
    onProgress,
  });
}

const request: ExportTenantsRequest = {
  accountId: '00000000-0000-4000-8000-000000000000',
  scope: { kind: 'all', source: 'live', filter: {} },
  options: defaultExportOptions,
};

/** Runs an export with everything real but the dialog, the file manager and the run. */
export async function runTestExport(options: TestExport) {
  const { folder, chosen = join(folder, 'tenants.xlsx') } = options;
  const { signal = new AbortController().signal } = options;
  const suggestions: string[] = [];
  const shown: string[] = [];
  const rows: number[] = [];
  const exports = new Exports({
    write: (_request, path, writeOptions) => writeTestExport(path, { ...options, ...writeOptions }),
    chooseFile: (suggestion) => {
      suggestions.push(suggestion);
      return Promise.resolve(chosen);
    },
    count: () => Promise.resolve(null),
    suggestName: () => 'etelecom-tenants_2026-11-23.xlsx',
    lastFolder: () => null,
    remember: () => Promise.resolve(),
    downloadsFolder: folder,
    showProgress: () => undefined,
    openFile: () => Promise.resolve(),
    showInFolder: (path) => shown.push(path),
  });
  const result = await exports.run(request, signal, (count) => rows.push(count));
  return { exports, result, suggestions, shown, rows };
}

/** A sheet of a file by its place, the first unless told, by a reader that is not the writer. */
export async function readSheet(path: string, place = 0) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[place];
  if (sheet === undefined) throw new Error(`${path} holds no sheet ${place}`);
  return sheet;
}

/** The rows of a sheet as lists of values, without the first, which is no column. */
export async function readRows(path: string, place: number) {
  const sheet = await readSheet(path, place);
  const rows: unknown[][] = [];
  sheet.eachRow(({ values }) => {
    if (Array.isArray(values)) rows.push(values.slice(1));
  });
  return rows;
}

const tableSchema = z.object({
  table: z
    .object({
      displayName: z.string(),
      tableRef: z.string(),
      autoFilterRef: z.string(),
      columns: z.array(z.object({ name: z.string() })),
      style: z.object({ showRowStripes: z.boolean() }),
    })
    .transform(({ displayName, tableRef, autoFilterRef, columns, style }) => ({
      name: displayName,
      range: tableRef,
      filter: autoFilterRef,
      headers: columns.map(({ name }) => name),
      isBanded: style.showRowStripes,
    })),
});

/** The tables of a sheet; the reader's own types of them are wrong. */
export function tablesOf(sheet: ExcelJS.Worksheet) {
  return sheet.getTables().map((table) => tableSchema.parse(table).table);
}
