import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateTenants } from '../../../sandbox/generate.ts';
import { defaultExportOptions } from '../../../src-shared/choices.ts';
import type { ExportOptions, ExportTenantsRequest } from '../../../src-shared/export-tenants.ts';
import type { Language } from '../../../src-shared/preferences.ts';
import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { createClock } from '../../../src-shared/time-zone.ts';
import { PartialFiles } from '../../files/partial-files.ts';
import type { TestFolder } from '../../files/test-folder.ts';
import { createTranslations } from '../../translations.ts';
import type { ExportContent } from '../add-sheets.ts';
import { ExportService } from '../export-service.ts';
import type { Batch } from '../sheets/row-counter.ts';
import type { ExportOrigin } from '../sheets/info-sheet.ts';
import type { AccountNames } from '../sheets/tenant-columns.ts';
import { writeExport } from '../write-export.ts';
import { readRows } from '../xlsx/test-workbook-reader.ts';
import { UnfinishedExports } from '../unfinished-exports.ts';

/** The columns of a sheet are in any order that the user has chosen. */
const testColumns = [...tenantFields];

/** Returns tenants of the sandbox. */
export function createTenants(count: number): ListRecord[] {
  return generateTenants({ count, seed: 7 }).map((tenant) => ({
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
}

export const sampleTenants = createTenants(250);

/** Yields tenants in batches of 100, as the pages of the API. */
export async function* toBatches(tenants: readonly ListRecord[]) {
  for (let start = 0; start < tenants.length; start += 100) {
    yield await Promise.resolve({ rows: tenants.slice(start, start + 100), unreadableRows: 0 });
  }
}

const sampleOrigin: ExportOrigin = {
  source: 'live',
  fetchedAt: '2026-11-22T17:30:00.000Z',
  extent: 'complete',
  filter: {},
  fetchedByAccount: [],
  listTotal: null,
  comparison: null,
  accountName: 'Partner One',
  baseUrls: ['https://pbx.example.vn/v1/partner'],
  version: '1.2.3',
};

interface TestWrite {
  /** The default is `sampleTenants`. */
  batches?: AsyncIterable<Batch<ListRecord>>;
  /** The default is the tenants of `batches`. */
  content?: ExportContent;
  /** The default is `sampleOrigin`. */
  origin?: Partial<ExportOrigin>;
  language?: Language;
  accountNames?: AccountNames;
  /** The data folder of the app. The default is a temporary one. */
  dataFolder?: string;
  /** The default is short, because most tests do not wait for another program. */
  patienceMilliseconds?: number;
  platform?: NodeJS.Platform;
  /** The default is the folder of the written file. */
  fallbackFolder?: string;
  /** The default is `defaultExportOptions` with `testColumns`. */
  options?: Partial<ExportOptions>;
  signal?: AbortSignal;
  onProgress?: (rows: number) => void;
}

interface TestExport extends TestWrite {
  folder: TestFolder;
  /** The answer of the save dialog. The default is `tenants.xlsx` in the folder. */
  chosen?: string | null;
}

/** Writes a file as the app does, with the given rows. */
export async function writeTestExport(
  path: string,
  {
    batches = toBatches(sampleTenants),
    content = { kind: 'tenants', batches },
    origin,
    language = 'en',
    accountNames,
    options,
    signal = new AbortController().signal,
    onProgress = () => undefined,
    dataFolder,
    fallbackFolder = dirname(path),
    patienceMilliseconds = 20,
    platform,
  }: TestWrite = {},
) {
  const dataPath = dataFolder ?? (await mkdtemp(join(tmpdir(), 'etelecom-data-')));
  const partialFiles = new PartialFiles(dataPath);
  try {
    return await writeExport(path, content, {
      options: { ...defaultExportOptions, columns: testColumns, ...options },
      origin: () => ({ ...sampleOrigin, ...origin }),
      localization: {
        language,
        translate: createTranslations()(language),
        clock: createClock('vietnam'),
      },
      accountNames: accountNames ?? null,
      saving: { fallbackFolder, partialFiles, patienceMilliseconds, platform },
      signal,
      onProgress,
    });
  } finally {
    if (dataFolder === undefined) await rm(dataPath, { recursive: true });
  }
}

const request: ExportTenantsRequest = {
  accountId: '00000000-0000-4000-8000-000000000000',
  scope: { kind: 'all', source: 'live', filter: {} },
  options: { ...defaultExportOptions, columns: testColumns },
};

/** Runs an export as the app does, with the given rows and answer of the save dialog. */
export async function runTestExport(options: TestExport) {
  const { folder, chosen = folder.join('tenants.xlsx') } = options;
  const { signal = new AbortController().signal } = options;
  const progress: number[] = [];
  const service = new ExportService({
    write: async (_request, path, writeOptions) => {
      const written = await writeTestExport(path, { ...options, ...writeOptions });
      const obstacle = written.obstacle?.toFields() ?? null;
      return { ...written, fetchedAt: null, isListComplete: true, missingRows: 0, obstacle };
    },
    chooseFile: () => Promise.resolve(chosen),
    count: () => Promise.resolve(null),
    suggestName: () => Promise.resolve('etelecom-tenants_2026-11-23.xlsx'),
    lastFolder: () => null,
    remember: () => Promise.resolve(),
    findRecent: () => undefined,
    renew: (unchanged) => unchanged,
    today: () => '2026-11-23',
    saveChoices: () => Promise.resolve(),
    downloadsFolder: folder.path,
    showProgress: () => undefined,
    openFile: () => Promise.resolve(),
    showInFolder: () => undefined,
    unfinished: new UnfinishedExports(),
  });
  const result = await service.run(request, signal, (rows) => progress.push(rows));
  return { result, progress };
}

/** Reads the info sheet of a workbook whose info sheet is the second one. @returns the values by label. */
export async function readInfoSheet(path: string): Promise<Map<unknown, unknown>> {
  return new Map((await readRows(path, 1)).map(([label, value]) => [label, value]));
}
