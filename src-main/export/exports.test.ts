import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTenants } from '../../sandbox/generate.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { createTranslations } from '../translations.ts';
import { Exports } from './exports.ts';

const accountId = '00000000-0000-4000-8000-000000000000';
const everything: ExportScope = { kind: 'all', source: 'live', filter: {} };

const plainTenants: Tenant[] = generateTenants({ count: 250, seed: 7 }).map((tenant) => ({
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

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  path = join(folder, 'tenants.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

interface Options {
  pages?: AsyncIterable<{ tenants: Tenant[]; unreadableRows: number }>;
  chosen?: string | null;
  language?: Language;
  signal?: AbortSignal;
  scope?: ExportScope;
}

/** Runs an export with everything real but the dialog and the walk. */
async function run({
  pages = pagesOf(plainTenants),
  chosen = path,
  language = 'en',
  ...rest
}: Options) {
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
    showInFolder: (shownPath) => shown.push(shownPath),
    translate: () => createTranslations()(language),
    now: () => new Date('2026-11-22T18:00:00Z'),
  });
  const { scope = everything, signal = new AbortController().signal } = rest;
  const result = await exports.run({ accountId, scope }, signal, (count) => rows.push(count));
  return { exports, result, suggestions, shown, rows };
}

async function* pagesOf(tenants: Tenant[]) {
  for (let start = 0; start < tenants.length; start += 100) {
    yield await Promise.resolve({ tenants: tenants.slice(start, start + 100), unreadableRows: 0 });
  }
}

/** Reads with a reader that is not the writer. */
async function readSheet(file = path) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('There is no sheet');
  return sheet;
}

/** The same moment on the clock of UTC+7, which is what exceljs shows as UTC. */
const inZone = (moment: string) => new Date(Date.parse(moment) + 7 * 3_600_000);

describe('an export', () => {
  it('writes every tenant, cell by cell', async () => {
    const { result, rows } = await run({});
    expect(result).toMatchObject({ outcome: 'saved', path, rows: 250, unreadableRows: 0 });
    expect(rows).toEqual([100, 200, 250]);
    expect(await readdir(folder)).toEqual(['tenants.xlsx']);
    const sheet = await readSheet();
    expect(sheet.rowCount).toBe(251);
    const statuses: Partial<Record<string, string>> = {
      Z: 'Newly created',
      P: 'Enabled',
      N: 'Disabled',
    };
    const methods: Partial<Record<string, string>> = {
      unknown: 'Unknown',
      builtin: 'Built-in',
      direct: 'Direct',
    };
    plainTenants.forEach((tenant, index) => {
      const cells = sheet.getRow(index + 2);
      expect(cells.values).toEqual([
        undefined,
        tenant.name,
        tenant.domain,
        statuses[tenant.status ?? ''],
        tenant.ownerId,
        methods[tenant.connectionMethod ?? ''],
        tenant.connectionId,
        tenant.id,
        inZone(tenant.createdAt ?? ''),
        inZone(tenant.updatedAt ?? ''),
      ]);
    });
  });

  it('makes ids text, dates dates, and a header that stays and filters', async () => {
    await run({});
    const sheet = await readSheet();
    expect(sheet.name).toBe('Tenants');
    for (const column of ['D', 'F', 'G']) {
      const cell = sheet.getCell(`${column}2`);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.numFmt).toBe('@');
    }
    expect(sheet.getCell('H2').type).toBe(ExcelJS.ValueType.Date);
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getCell('A2').style.font?.bold).toBeFalsy();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:I251');
    expect(sheet.columns.every(({ width }) => (width ?? 0) >= 16)).toBe(true);
    expect(sheet.getCell('H1').value).toBe('Created (UTC+7)');
  });

  it('speaks Vietnamese where the app does', async () => {
    await run({ language: 'vi' });
    const sheet = await readSheet();
    expect(sheet.name).toBe('Tổng đài');
    expect(sheet.getCell('A1').value).toBe('Tên tổng đài');
    expect(sheet.getCell('H1').value).toBe('Ngày tạo (UTC+7)');
    expect(['Mới tạo', 'Đang bật', 'Đã tắt']).toContain(sheet.getCell('C2').value);
  });

  it('leaves awkward values as they came', async () => {
    const tenant: Tenant = {
      id: '9223372036854775807',
      name: '  =cmd|"\' /C calc\'!A0\n<&>"  ',
      domain: '',
      status: 'X9',
      ownerId: null,
      connectionMethod: 'constructor',
      connectionId: '0000000000000000001',
      createdAt: 'soon',
      updatedAt: null,
    };
    await run({ scope: { kind: 'page', tenants: [tenant] } });
    const sheet = await readSheet();
    expect(sheet.getCell('A2').formula).toBeFalsy();
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      tenant.name,
      undefined,
      'X9',
      undefined,
      'constructor',
      '0000000000000000001',
      '9223372036854775807',
      'soon',
    ]);
  });

  it('of an empty list is a header', async () => {
    const { result } = await run({ pages: pagesOf([]) });
    expect(result).toMatchObject({ rows: 0 });
    const sheet = await readSheet();
    expect(sheet.rowCount).toBe(1);
    expect(sheet.autoFilter).toBe('A1:I1');
  });

  it('is dated by the clock of the dates inside, and remembers what it may show', async () => {
    const { exports, result, suggestions, shown } = await run({});
    expect(suggestions).toEqual([join(folder, 'etelecom-tenants_2026-11-23.xlsx')]);
    if (result.outcome !== 'saved') throw new Error('Not saved');
    exports.show(result.exportId);
    expect(shown).toEqual([path]);
    expect(() => exports.show(accountId)).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });

  it('gives a name without an extension the one that Excel knows', async () => {
    const { result } = await run({ chosen: join(folder, 'tenants v1.5') });
    expect(result).toMatchObject({ path: join(folder, 'tenants v1.5.xlsx') });
  });
});

describe('an export that does not come to its end', () => {
  it('does nothing when the dialog is closed', async () => {
    const { result } = await run({ chosen: null });
    expect(result).toEqual({ outcome: 'dismissed' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing behind when it is canceled, and the old file as it was', async () => {
    await writeFile(path, 'an older sheet');
    const controller = new AbortController();
    async function* endlessly() {
      for (let page = 0; ; page++) {
        if (page === 3) controller.abort();
        yield await Promise.resolve({ tenants: plainTenants, unreadableRows: 0 });
      }
    }
    const running = run({ pages: endlessly(), signal: controller.signal });
    await expect(running).rejects.toMatchObject({ code: 'canceled' });
    expect(await readFile(path, 'utf8')).toBe('an older sheet');
    expect(await readdir(folder)).toEqual(['tenants.xlsx']);
  });

  it('leaves nothing behind when the server fails', async () => {
    async function* breakingOff() {
      yield await Promise.resolve({ tenants: plainTenants, unreadableRows: 0 });
      throw new AppError({ code: 'server_failed', message: 'The server answered 500' });
    }
    await expect(run({ pages: breakingOff() })).rejects.toMatchObject({ code: 'server_failed' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('names a folder that is gone', async () => {
    const gone = join(folder, 'gone', 'tenants.xlsx');
    await expect(run({ chosen: gone })).rejects.toMatchObject({
      code: 'folder_missing',
      path: gone,
    });
  });
});
