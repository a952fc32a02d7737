import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import { exportableMarks } from '../../src-shared/tenant-fields.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import { readRows, readSheet } from '../export/xlsx/test-workbook-reader.ts';
import type { WriteExportRequest } from '../lists/calls.ts';
import { startLists, type TestLists } from './test-lists.ts';

let sandbox: Sandbox;
let lists: TestLists;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'key', tenants: 60 });
  lists = await startLists({ writeLog: () => undefined });
  await lists.refresh(sandbox);
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await sandbox.close();
});

const options: ExportOptions = {
  ...defaultExportOptions,
  columns: ['id', 'ownerId', ...exportableMarks],
};

async function exportRows(scope: WriteExportRequest['scope']): Promise<unknown[][]> {
  const path = join(lists.folder, 'marks.xlsx');
  await lists.lists.call('writeExport', lists.exportRequest(sandbox, { path, scope, options }));
  return readRows(path, 0);
}

describe("a sheet with the user's own words", () => {
  it('has them in every scope, and the names of owners next to their ids', async () => {
    const { tenants } = await lists.list({ paging: { limit: 100 } });
    const noted = tenants.find(({ ownerId }) => ownerId !== null);
    if (noted?.ownerId == null) throw new Error('A tenant with an owner is needed');
    const all = { kind: 'all', source: 'saved', filter: {} } as const;
    const [headers] = await exportRows(all);
    expect(headers).toEqual(['ID', 'Owner ID', 'Star', 'Tags', 'Note']);

    const request = lists.exportRequest(sandbox, {});
    await lists.lists.call('annotateTenants', {
      lists: request.lists,
      showsAllAccounts: false,
      tenants: { keys: [tenantKey(noted)] },
      change: { isStarred: true, note: '=gọi lại\nthứ Hai', addTags: ['VIP', 'Công nợ'] },
    });
    await lists.lists.call('nameOwner', {
      lists: request.lists,
      ownerId: noted.ownerId,
      name: 'Anh Minh',
    });
    const scopes: WriteExportRequest['scope'][] = [
      all,
      { ...all, source: 'live' },
      { kind: 'page', tenants: [...tenants] },
      { kind: 'selectedSaved', keys: [tenantKey(noted)], filter: {} },
    ];
    for (const scope of scopes) {
      const [named, ...rows] = await exportRows(scope);
      expect(named).toEqual(['ID', 'Owner ID', 'Owner name', 'Star', 'Tags', 'Note']);
      expect(rows.find(([id]) => id === noted.id)).toEqual([
        ...[noted.id, noted.ownerId, 'Anh Minh', '★', 'Công nợ, VIP', '=gọi lại\nthứ Hai'],
      ]);
    }
  });
});

describe('a sheet of the values that were not found', () => {
  it('is added if some of the values that are looked for belong to no tenant', async () => {
    const [first] = sandbox.tenants;
    if (first === undefined) throw new Error('A tenant is needed');
    const missing = ['1108784378745224565', '=1+1'];
    const matching = (values: string[]): WriteExportRequest['scope'] => ({
      ...{ kind: 'all', source: 'saved', filter: { matching: { by: 'any', values } } },
    });
    const rows = await exportRows(matching([first.id, ...missing]));
    expect(rows.slice(1).map(([id]) => id)).toEqual([first.id]);
    const path = join(lists.folder, 'marks.xlsx');
    expect((await readSheet(path, 1)).name).toBe('Not found');
    expect(await readRows(path, 1)).toEqual([
      ['Value without a tenant'],
      ...missing.map((value) => [value]),
    ]);
    await exportRows(matching([first.id]));
    expect((await readSheet(path, 1)).name).toBe('Info');
  });
});
