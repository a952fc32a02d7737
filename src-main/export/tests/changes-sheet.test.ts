import { beforeEach, describe, expect, it } from 'vitest';
import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import type { Change } from '../../../src-shared/changes.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { readRows, readSheet } from '../xlsx/test-workbook-reader.ts';
import { readInfoSheet, runTestExport, sampleTenants } from './test-export.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

const foundAt = '2026-11-23T10:05:00.250Z';
const found = new Date('2026-11-23T17:05:00Z');
/** In Vietnam it is already the 20th. */
const comparison = { from: '2026-11-19T18:00:00.000Z', to: foundAt };
const statusFields: Change['fields'] = [
  { field: 'status', before: 'Z', after: 'P' },
  { field: 'ownerId', before: null, after: '1108213456789012346' },
  { field: 'createdAt', before: '2026-11-22T17:00:00Z', after: 'soon' },
];

function changed(at: number, change: Omit<Change, 'foundAt'>, accountId?: string): ListedRecord {
  const tenant = sampleTenants[at];
  if (tenant === undefined) throw new Error('There is no such sample tenant');
  return { ...tenant, change: { ...change, foundAt }, ...(accountId && { accountId }) };
}

const tenants = [
  changed(0, { kind: 'new', fields: [] }, '0'),
  changed(1, { kind: 'changed', fields: statusFields }, '1'),
  // The store also keeps the values of a tenant that is gone. They did not change.
  changed(2, { kind: 'gone', fields: [{ field: 'status', before: 'P', after: null }] }, '0'),
];
const [first, second, third] = tenants;

describe('the sheet of changes', () => {
  it('has a row for each changed field, and one for each new or gone tenant', async () => {
    const content = { kind: 'changes', batches: [{ rows: tenants, unreadableRows: 0 }] } as const;
    const { result } = await runTestExport({ folder, content, origin: { comparison } });
    expect(result).toMatchObject({ rows: 3 });
    expect((await readSheet(path)).name).toBe('Changes since 2026-11-20');
    const midnight = new Date('2026-11-23T00:00:00Z');
    const values = ['Before (dates in UTC+7)', 'After (dates in UTC+7)'];
    const dates = ['Found (UTC+7)', 'Changes since (UTC+7)', 'Changes up to (UTC+7)'];
    const none = undefined;
    const since = new Date('2026-11-20T01:00:00Z');
    const moments = [found, since, found];
    const about = (tenant?: ListedRecord) => [
      ...[tenant?.name, tenant?.domain, tenant?.ownerId ?? none, tenant?.id],
    ];
    expect(await readRows(path, 0)).toEqual([
      ['Change', 'Name', 'Domain', 'Owner ID', 'ID', 'Field', ...values, ...dates],
      ['New', ...about(first), none, none, none, ...moments],
      ['Changed', ...about(second), 'Status', 'Newly created', 'Enabled', ...moments],
      ['Changed', ...about(second), 'Owner ID', none, '1108213456789012346', ...moments],
      ['Changed', ...about(second), 'Created', midnight, 'soon', ...moments],
      ['Gone', ...about(third), none, none, none, ...moments],
    ]);
    const info = await readInfoSheet(path);
    expect(info.get('Changes since')).toEqual(since);
    expect(info.get('Changes up to')).toEqual(found);
    expect(info.get('Rows')).toBe(3);
    expect(info.get('Lines in the sheet of changes')).toBe(5);
  });

  it('names the account of each tenant if there are several', async () => {
    await runTestExport({
      folder,
      content: { kind: 'changes', batches: [{ rows: tenants, unreadableRows: 0 }] },
      origin: { comparison },
      accountNames: new Map([
        ['0', 'Partner One'],
        ['1', 'Chị Hà'],
      ]),
    });
    const accounts = (await readRows(path, 0)).map((row) => row[2]);
    const second = Array.from({ length: 3 }, () => 'Chị Hà');
    expect(accounts).toEqual(['Account', 'Partner One', ...second, 'Partner One']);
  });

  it('says that there was nothing to compare with', async () => {
    const content = { kind: 'changes', batches: [] } as const;
    await runTestExport({ folder, content, origin: { comparison: { from: null, to: foundAt } } });
    expect((await readSheet(path)).name).toBe('Changes');
    expect((await readInfoSheet(path)).get('Changes since')).toBe(
      'Nothing to compare with: the list was read only once',
    );
  });
});

describe('a sheet of tenants that were selected by their change', () => {
  it('says what changed, in one row for each tenant', async () => {
    const batches = [{ rows: tenants, unreadableRows: 0 }];
    await runTestExport({
      folder,
      content: { kind: 'tenants', batches, hasChange: true },
      options: { columns: ['name'] },
      origin: {
        comparison,
        filter: { change: 'any', changedField: { field: 'status', after: 'P' } },
      },
    });
    expect(await readRows(path, 0)).toEqual([
      ['Name', 'Change', 'What changed', 'Found (UTC+7)'],
      [first?.name, 'New', undefined, found],
      [
        second?.name,
        'Changed',
        'Status: Newly created → Enabled; Owner ID: none → 1108213456789012346; ' +
          'Created: 2026-11-23 00:00:00 → soon',
        found,
      ],
      [third?.name, 'Gone', undefined, found],
    ]);
    expect((await readInfoSheet(path)).get('Filter')).toBe(
      'Change: any; Changed field: Status → Enabled',
    );
  });
});
