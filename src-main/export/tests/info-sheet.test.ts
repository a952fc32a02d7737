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
      ['Exported', expect.any(Date)],
      ['Fetched from the server', new Date('2026-11-23T00:30:00Z')],
      ['Time zone of all dates', 'UTC+7'],
      ['Source', 'Live from the server'],
      ['Extent', 'Complete: the list was read to the end'],
      ['Filter', 'All tenants'],
      ['Rows', 250],
      ...['Z', 'P', 'N'].map((status, at) => [
        `Status: ${['Newly created', 'Enabled', 'Disabled'][at] ?? ''}`,
        sampleTenants.filter((tenant) => tenant.status === status).length,
      ]),
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

  it.each([
    ['no scheme', ['pbx.example.vn/v1'], 'pbx.example.vn/v1'],
    ['no scheme, but a port', ['pbx.example.vn:8080/v1'], 'pbx.example.vn:8080/v1'],
    ['a port', ['https://pbx.example.vn:8080/v1'], 'pbx.example.vn:8080'],
    ['no address', [''], undefined],
    [
      'one of several',
      ['', 'https://pbx.example.vn/v1', 'none', null],
      'pbx.example.vn, none, Sample data',
    ],
  ])('names a server whose address the user edited: %s', async (_, baseUrls, server) => {
    await runTestExport({ folder, origin: { baseUrls } });
    expect((await readInfoSheet(path)).get('Server')).toBe(server);
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
      'Created from: 1 Nov 2026; Created up to: 30 Nov 2026',
    );
    await runTestExport({ folder, origin: { filter }, language: 'vi' });
    expect((await readInfoSheet(path)).get('Bộ lọc')).toBe(
      'Tạo từ: 01/11/2026; Tạo đến: 30/11/2026',
    );
  });

  it('describes a moment within a day of the clock as one', async () => {
    const filter = { createdFrom: '2026-11-01T00:00:00Z' };
    await runTestExport({ folder, origin: { filter } });
    expect((await readInfoSheet(path)).get('Filter')).toBe('Created from: 2026-11-01 07:00:00');
  });

  it('says how many of the list there are, and the number of each status', async () => {
    const statuses = ['N', 'X9', 'Z', 'N', null];
    const rows = sampleTenants
      .slice(0, statuses.length)
      .map((tenant, at) => ({ ...tenant, status: statuses[at] ?? null }));
    await runTestExport({
      folder,
      origin: { listTotal: 2_501 },
      content: { kind: 'tenants', batches: [{ rows, unreadableRows: 0 }] },
    });
    const info = [...(await readInfoSheet(path))];
    expect(info).toContainEqual(['Rows', '5 of 2,501']);
    expect(info.filter(([label]) => String(label).startsWith('Status: '))).toEqual([
      ['Status: Newly created', 1],
      ['Status: Disabled', 2],
      ['Status: X9', 1],
      ['Status: none', 1],
    ]);
  });

  it('says when the list of each account was fetched', async () => {
    await runTestExport({
      folder,
      origin: {
        fetchedByAccount: [
          { accountName: 'Partner One', fetchedAt: '2026-11-22T17:30:00.000Z' },
          { accountName: 'Chị Hà', fetchedAt: null },
        ],
      },
    });
    const info = await readInfoSheet(path);
    expect(info.get('Fetched from the server: Partner One')).toEqual(
      new Date('2026-11-23T00:30:00Z'),
    );
    expect(info.get('Fetched from the server: Chị Hà')).toBe('Not fetched yet');
    expect(info.has('Fetched from the server')).toBe(false);
  });

  it('says that the list is an older one', async () => {
    const asOf = '2026-11-20T23:59:59.999+07:00';
    await runTestExport({ folder, origin: { source: 'saved', filter: { asOf } } });
    const info = await readInfoSheet(path);
    expect(info.get('The list as of')).toBe('20 Nov 2026');
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
