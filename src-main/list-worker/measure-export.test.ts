import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { readRows } from '../export/xlsx/test-workbook-reader.ts';
import type { WriteExportRequest } from '../lists/calls.ts';
import { startLists, type TestLists } from './test-lists.ts';

const apiKey = 'key';

let sandbox: Sandbox;
let lists: TestLists;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey, tenants: 600 });
  lists = await startLists({ writeLog: () => undefined });
  // 250 tenants change in two fields, and 10 are gone.
  const earlier = sandbox.tenants.map((tenant, at) =>
    at < 250 ? { ...tenant, name: `${tenant.name} cũ`, domain: `old.${tenant.domain}` } : tenant,
  );
  await using before = await startSandbox({ apiKey, tenants: earlier });
  await lists.refresh(before);
  await using after = await startSandbox({ apiKey, tenants: sandbox.tenants.slice(0, 590) });
  await lists.refresh(after);
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await sandbox.close();
});

const workbook = { ...defaultExportOptions, withChanges: false };

describe('the size of an export', () => {
  it.each<[string, Partial<WriteExportRequest>, { columns: number; changeLines: number | null }]>([
    ['a list', { options: workbook }, { columns: 10, changeLines: null }],
    [
      'a list with its changes',
      { options: { ...workbook, withChanges: true } },
      { columns: 10, changeLines: 510 },
    ],
    [
      'the list of all accounts',
      { options: { ...workbook, columns: ['name', 'id'] }, showsAllAccounts: true },
      { columns: 3, changeLines: null },
    ],
    [
      'tenants that were selected by their change',
      {
        scope: { kind: 'all', source: 'saved', filter: { change: 'changed' } },
        options: { ...workbook, columns: ['name', 'status'] },
      },
      { columns: 6, changeLines: null },
    ],
    [
      'changes',
      { scope: { kind: 'changes', since: 'lastRefresh', filter: {} } },
      { columns: 11, changeLines: 510 },
    ],
    [
      'changes of one kind',
      { scope: { kind: 'changes', since: 'lastRefresh', filter: { change: 'gone' } } },
      { columns: 11, changeLines: 10 },
    ],
  ])('is that of the file: %s', async (_what, change, size) => {
    const path = join(lists.folder, 'measured.xlsx');
    const request = lists.exportRequest(sandbox, { ...change, path });
    expect(await lists.lists.call('measureExport', request)).toEqual(size);
    const written = await lists.lists.call('writeExport', request);
    expect(written.changeLines).toBe(size.changeLines);
    const sheets = [await readRows(path, 0), await readRows(path, 1)];
    expect(sheets[0]?.[0]).toHaveLength(size.columns);
    const changes = sheets.find(([header]) => header?.[0] === 'Change');
    expect(changes === undefined ? null : changes.length - 1).toBe(size.changeLines);
  });

  it('has no lines of changes for a CSV file of a list, and asks the server for nothing', async () => {
    const options = { ...workbook, format: 'csv', withChanges: true } as const;
    const saved = lists.exportRequest(sandbox, { options });
    const measured = await lists.lists.call('measureExport', saved);
    expect(measured).toEqual({ columns: 10, changeLines: null });
    const { length } = sandbox.requests;
    const scope = { kind: 'all', source: 'live', filter: {} } as const;
    const live = lists.exportRequest(sandbox, { options, scope });
    expect(await lists.lists.call('measureExport', live)).toEqual(measured);
    expect(sandbox.requests).toHaveLength(length);
  });
});
