import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../src-shared/tenant.ts';
import { pagesOf, plainTenants, readSheet, runTestExport, tablesOf } from './test-export.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  path = join(folder, 'tenants.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

/** The same moment on the clock of UTC+7, which is what exceljs shows as UTC. */
const inZone = (moment: string) => new Date(Date.parse(moment) + 7 * 3_600_000);

describe('an export', () => {
  it('writes every tenant, cell by cell', async () => {
    const { result, rows } = await runTestExport({ folder });
    expect(result).toMatchObject({ outcome: 'saved', path, rows: 250, unreadableRows: 0 });
    expect(rows).toEqual([0, 100, 200, 250]);
    expect(await readdir(folder)).toEqual(['tenants.xlsx']);
    const sheet = await readSheet(path);
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
        tenant.status,
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
    await runTestExport({ folder });
    const sheet = await readSheet(path);
    expect(sheet.name).toBe('Tenants');
    for (const column of ['B', 'E', 'G', 'H']) {
      const cell = sheet.getCell(`${column}2`);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.numFmt).toBe('@');
    }
    expect(sheet.getCell('I2').type).toBe(ExcelJS.ValueType.Date);
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getCell('A2').style.font?.bold).toBeFalsy();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBeFalsy();
    const headers = sheet.getRow(1).values;
    expect(tablesOf(sheet)).toEqual([
      {
        name: 'Tenants',
        range: 'A1:J251',
        filter: 'A1:J251',
        headers: Array.isArray(headers) ? headers.slice(1) : [],
        isBanded: true,
      },
    ]);
    expect(sheet.columns.every(({ width }) => (width ?? 0) >= 10)).toBe(true);
    expect(sheet.getCell('I1').value).toBe('Created (UTC+7)');
  });

  it('speaks Vietnamese where the app does', async () => {
    await runTestExport({ folder, language: 'vi' });
    const sheet = await readSheet(path);
    expect(sheet.name).toBe('Tổng đài');
    expect(sheet.getCell('A1').value).toBe('Tên tổng đài');
    expect(sheet.getCell('I1').value).toBe('Ngày tạo (UTC+7)');
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
    await runTestExport({ folder, pages: pagesOf([tenant]) });
    const sheet = await readSheet(path);
    expect(sheet.getCell('A2').formula).toBeFalsy();
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      tenant.name,
      undefined,
      'X9',
      'X9',
      undefined,
      'constructor',
      '0000000000000000001',
      '9223372036854775807',
      'soon',
    ]);
  });

  it('of an empty list is a header', async () => {
    const { result } = await runTestExport({ folder, pages: pagesOf([]) });
    expect(result).toMatchObject({ rows: 0 });
    const sheet = await readSheet(path);
    expect(sheet.rowCount).toBe(1);
    expect(tablesOf(sheet)).toMatchObject([{ range: 'A1:J2' }]);
  });
});
