import { beforeEach, describe, expect, it } from 'vitest';
import { prepareTestFolder } from '../../files/test-folder.ts';
import type { TenantChange } from '../sheets/change-columns.ts';
import { readRows, readSheet } from '../xlsx/test-workbook-reader.ts';
import { runTestExport, sampleTenants } from './test-export.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

describe('the sheet of changes', () => {
  const [first, second, third] = sampleTenants;

  it('has a row for each changed field, and one for each new or gone tenant', async () => {
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
