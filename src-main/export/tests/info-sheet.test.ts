import { beforeEach, describe, expect, it } from 'vitest';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { readRows, readSheet } from '../xlsx/test-workbook-reader.ts';
import { readInfoSheet, runTestExport, sampleTenants } from './test-export.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

describe('the info sheet', () => {
  it('says where the rows come from, when they were fetched and how many there are', async () => {
    await runTestExport({ folder });
    expect((await readSheet(path, 1)).name).toBe('Info');
    expect(await readRows(path, 1)).toEqual([
      ['About this workbook', 'Value'],
      ['Account', 'Partner One'],
      ['Server', 'pbx.example.vn'],
      ['Fetched from the server', new Date('2026-11-23T00:30:00Z')],
      ['Time zone of all dates', 'UTC+7'],
      ['Source', 'Live from the server'],
      ['Extent', 'Complete: the list was read to the end'],
      ['Filter', 'All tenants'],
      ['Rows', 250],
      ['Unreadable rows', 0],
      ['Cells with shortened text', 0],
      ['Created with', 'eTelecom Tenants 1.2.3'],
    ]);
  });

  it('names all servers if the rows belong to several accounts, and each row names its account', async () => {
    const rows = sampleTenants.slice(0, 3).map((tenant, index) => ({
      ...tenant,
      ...(index < 2 && { accountId: `${index}` }),
    }));
    for (const [columns, accountIndex] of [
      [['name', 'domain'], 1],
      [['status', 'name'], 2],
    ] as const) {
      await runTestExport({
        folder,
        options: { columns: [...columns] },
        accountNames: new Map([
          ['0', 'Partner One'],
          ['1', '=Chị Hà'],
        ]),
        origin: { baseUrls: ['https://pbx.example.vn/v1', null] },
        content: { kind: 'tenants', batches: [{ rows, unreadableRows: 0 }] },
      });
      const written = (await readRows(path, 0)).map((row) => row[accountIndex]);
      expect(written).toEqual(['Account', 'Partner One', '=Chị Hà', undefined]);
    }
    const info = await readInfoSheet(path);
    expect(info.get('Server')).toBe('pbx.example.vn, Sample data');
  });

  it('says what is missing, and describes the filter', async () => {
    await runTestExport({
      folder,
      origin: {
        source: 'saved',
        extent: 'partial',
        baseUrls: [null],
        filter: { name: 'hoàng', statuses: ['P', 'X9', null], change: 'gone' },
      },
      content: {
        kind: 'tenants',
        batches: [
          { rows: sampleTenants.slice(0, 2), unreadableRows: 3 },
          { rows: sampleTenants.slice(2, 3), unreadableRows: 1 },
        ],
      },
    });
    const info = await readInfoSheet(path);
    expect(info.get('Source')).toBe('The list saved on this computer');
    expect(info.get('Extent')).toBe('Partial: the list was not read to the end');
    expect(info.get('Rows')).toBe(3);
    expect(info.get('Unreadable rows')).toBe(4);
    expect(info.get('Server')).toBe('Sample data');
    expect(info.get('Filter')).toBe('Search: hoàng; Status: Enabled, X9, none; Change: Gone');
  });

  it('describes the days of the filter in the time zone of the dates', async () => {
    const filter = {
      createdFrom: '2026-10-31T17:00:00Z',
      createdTo: '2026-11-30T23:59:59.999999999+07:00',
    };
    await runTestExport({ folder, origin: { filter } });
    expect((await readInfoSheet(path)).get('Filter')).toBe(
      'Created from: 2026-11-01 00:00:00; Created up to: 2026-11-30 23:59:59',
    );
  });

  it('says that the list is an older one', async () => {
    const asOf = '2026-11-20T23:59:59.999+07:00';
    await runTestExport({ folder, origin: { source: 'saved', filter: { asOf } } });
    const info = await readInfoSheet(path);
    expect(info.get('The list as of')).toEqual(new Date('2026-11-20T23:59:59Z'));
    expect(info.get('Fetched from the server')).toEqual(new Date('2026-11-23T00:30:00Z'));
    expect(info.get('Filter')).toBe('All tenants');
  });

  it('leaves out what is not known, also in Vietnamese', async () => {
    const origin = { source: null, fetchedAt: null, extent: 'page' } as const;
    await runTestExport({ folder, origin, language: 'vi' });
    expect((await readSheet(path, 1)).name).toBe('Thông tin');
    const labels = (await readRows(path, 1)).map(([label]) => label);
    expect(labels).not.toContain('Nguồn');
    expect(labels).toContain('Phạm vi');
  });
});
