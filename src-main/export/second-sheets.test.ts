import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantChange } from './change-columns.ts';
import { plainTenants, readRows, readSheet, runTestExport } from './test-export.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-sheets-'));
  path = join(folder, 'tenants.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the stamp of an export', () => {
  it('says when, from where, how much and by what', async () => {
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
      ['Texts shortened to fit a cell', 0],
      ['Created with', 'eTelecom Tenants 1.2.3'],
    ]);
  });

  it('says of a sheet of several accounts whose each row is, and from which servers', async () => {
    const rows = plainTenants.slice(0, 3).map((tenant, at) => ({
      ...tenant,
      ...(at < 2 && { accountId: `${at}` }),
    }));
    for (const [columns, place] of [
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
        stamp: { baseUrls: ['https://pbx.example.vn/v1', null] },
        content: { kind: 'tenants', batches: [{ rows, unreadableRows: 0 }] },
      });
      const written = (await readRows(path, 0)).map((row) => row[place]);
      expect(written).toEqual(['Account', 'Partner One', '=Chị Hà', undefined]);
    }
    const facts = new Map((await readRows(path, 1)).map(([label, value]) => [label, value]));
    expect(facts.get('Server')).toBe('pbx.example.vn, Sample data');
  });

  it('owns up to what is missing, and puts the filter in words', async () => {
    await runTestExport({
      folder,
      stamp: {
        source: 'saved',
        extent: 'partial',
        baseUrls: [null],
        filter: { name: 'hoàng', statuses: ['P', 'X9', null], change: 'gone' },
      },
      content: {
        kind: 'tenants',
        batches: [
          { rows: plainTenants.slice(0, 2), unreadableRows: 3 },
          { rows: plainTenants.slice(2, 3), unreadableRows: 1 },
        ],
      },
    });
    const facts = new Map((await readRows(path, 1)).map(([label, value]) => [label, value]));
    expect(facts.get('Source')).toBe('The list saved on this computer');
    expect(facts.get('Extent')).toBe('Partial: the list was not read to the end');
    expect(facts.get('Rows')).toBe(3);
    expect(facts.get('Unreadable rows')).toBe(4);
    expect(facts.get('Server')).toBe('Sample data');
    expect(facts.get('Filter')).toBe('Search: hoàng; Status: Enabled, X9, none; Change: Gone');
  });

  it('leaves out what nobody knows, in Vietnamese too', async () => {
    const stamp = { source: null, fetchedAt: null, extent: 'page' } as const;
    await runTestExport({ folder, stamp, language: 'vi' });
    expect((await readSheet(path, 1)).name).toBe('Thông tin');
    const labels = (await readRows(path, 1)).map(([label]) => label);
    expect(labels).not.toContain('Nguồn');
    expect(labels).toContain('Phạm vi');
  });
});

describe('the sheet of changes', () => {
  const [first, second, third] = plainTenants;

  it('has a row for each field that changed, and one for each tenant that came or went', async () => {
    if (first === undefined || second === undefined || third === undefined) return;
    const changes: TenantChange[] = [
      { kind: 'new', tenant: first, fields: [] },
      {
        kind: 'changed',
        tenant: second,
        fields: [
          { field: 'status', before: 'Z', after: 'P' },
          { field: 'ownerId', before: null, after: '1108213456789012346' },
          { field: 'updatedAt', before: '2026-11-22T17:00:00Z', after: 'soon' },
        ],
      },
      { kind: 'gone', tenant: third, fields: [] },
    ];
    const content = { kind: 'changes', batches: [{ rows: changes, unreadableRows: 0 }] } as const;
    const { result } = await runTestExport({ folder, content });
    expect(result).toMatchObject({ rows: 3 });
    expect((await readSheet(path)).name).toBe('Changes');
    const midnight = new Date('2026-11-23T00:00:00Z');
    expect(await readRows(path, 0)).toEqual([
      ['Change', 'Name', 'ID', 'Field', 'Before (dates in UTC+7)', 'After (dates in UTC+7)'],
      ['New', first.name, first.id],
      ['Changed', second.name, second.id, 'Status', 'Newly created', 'Enabled'],
      ['Changed', second.name, second.id, 'Owner ID', undefined, '1108213456789012346'],
      ['Changed', second.name, second.id, 'Updated', midnight, 'soon'],
      ['Gone', third.name, third.id],
    ]);
  });
});
