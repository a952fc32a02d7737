import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { generateTenants } from '../../sandbox/generate.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { createTranslations } from '../translations.ts';
import { Exports } from './exports.ts';

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

/** A walk over these tenants, 100 a page. */
export async function* pagesOf(tenants: Tenant[]) {
  for (let start = 0; start < tenants.length; start += 100) {
    yield await Promise.resolve({ tenants: tenants.slice(start, start + 100), unreadableRows: 0 });
  }
}

interface TestExport {
  folder: string;
  /** What the dialog answers; `tenants.xlsx` in the folder unless told. */
  chosen?: string | null;
  pages?: AsyncIterable<{ tenants: Tenant[]; unreadableRows: number }>;
  scope?: ExportScope;
  language?: Language;
  signal?: AbortSignal;
}

const accountId = '00000000-0000-4000-8000-000000000000';
const everything: ExportScope = { kind: 'all', source: 'live', filter: {} };

/** Runs an export with everything real but the dialog, the file manager and the walk. */
export async function runTestExport(options: TestExport) {
  const { folder, chosen = join(folder, 'tenants.xlsx'), pages = pagesOf(plainTenants) } = options;
  const { scope = everything, language = 'en', signal = new AbortController().signal } = options;
  const suggestions: string[] = [];
  const shown: string[] = [];
  const rows: number[] = [];
  const exports = new Exports({
    walk: () => pages,
    chooseFile: (suggestion) => {
      suggestions.push(suggestion);
      return Promise.resolve(chosen);
    },
    folder,
    showInFolder: (path) => shown.push(path),
    translate: () => createTranslations()(language),
    now: () => new Date('2026-11-22T18:00:00Z'),
  });
  const result = await exports.run({ accountId, scope }, signal, (count) => rows.push(count));
  return { exports, result, suggestions, shown, rows };
}

/** The first sheet of a file, by a reader that is not the writer. */
export async function readSheet(path: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error(`${path} holds no sheet`);
  return sheet;
}
