import { readdir } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { getTables, readSheet } from '../xlsx/test-workbook-reader.ts';
import { runTestExport, sampleTenants, toBatches } from './test-export.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

/** Shifts a date to UTC+7, to the second. Exceljs returns the shifted date, because dates in sheets have no time zone. */
const shiftDate = (date: string) => new Date(Date.parse(date.replace(/\.\d+/, '')) + 7 * 3_600_000);

describe('the sheet of tenants', () => {
  it('contains every field of every tenant', async () => {
    const { result, progress } = await runTestExport({ folder });
    expect(result).toMatchObject({ outcome: 'saved', path, rows: 250, unreadableRows: 0 });
    expect(progress).toEqual([0, 100, 200, 250]);
    expect(await readdir(folder.path)).toEqual(['tenants.xlsx']);
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
    sampleTenants.forEach((tenant, index) => {
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
        shiftDate(tenant.createdAt ?? ''),
        shiftDate(tenant.updatedAt ?? ''),
      ]);
    });
  });

  it('has ids as text, dates as dates, and a frozen header with filters', async () => {
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
    expect(getTables(sheet)).toEqual([
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

  it('is in Vietnamese if the app is', async () => {
    await runTestExport({ folder, language: 'vi' });
    const sheet = await readSheet(path);
    expect(sheet.name).toBe('Tổng đài');
    expect(sheet.getCell('A1').value).toBe('Tên');
    expect(sheet.getCell('I1').value).toBe('Ngày tạo (UTC+7)');
    expect(['Mới tạo', 'Đang bật', 'Đã tắt']).toContain(sheet.getCell('C2').value);
  });

  it('keeps unusual values unchanged', async () => {
    const tenant: ListRecord = {
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
    await runTestExport({ folder, batches: toBatches([tenant]) });
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

  it('has only a header if the list is empty', async () => {
    const { result } = await runTestExport({ folder, batches: toBatches([]) });
    expect(result).toMatchObject({ rows: 0 });
    const sheet = await readSheet(path);
    expect(sheet.rowCount).toBe(1);
    expect(getTables(sheet)).toMatchObject([{ range: 'A1:J2' }]);
  });
});
