import { join } from 'node:path';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { readRows } from '../export/xlsx/test-workbook-reader.ts';
import type { WriteExportRequest } from '../lists/calls.ts';
import { startLists, type TestLists } from './test-lists.ts';

const apiKey = 'key';
const quiet = () => undefined;

let sandbox: Sandbox;
let lists: TestLists;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey, tenants: 1_250 });
  lists = await startLists({ writeLog: quiet });
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await sandbox.close();
});

const exportRequest = (change: Partial<WriteExportRequest> = {}) =>
  lists.exportRequest(sandbox, change);

describe('an export during other work', () => {
  it('has the rows of the moment at which it started, in all sheets', async () => {
    await lists.refresh(sandbox);
    const fewer = sandbox.tenants.slice(0, 1_248);
    await using before = await startSandbox({ apiKey, tenants: fewer });
    await lists.refresh(before);
    const path = join(lists.folder, 'moment.xlsx');
    const options = { ...defaultExportOptions, withChanges: true };
    let refreshing: Promise<unknown> | undefined;
    const onProgress = () => {
      refreshing ??= lists.refresh(sandbox);
    };
    await lists.lists.call('writeExport', exportRequest({ path, options }), { onProgress });
    await refreshing;
    expect((await lists.status()).changes).toMatchObject({ new: 2, gone: 0 });
    expect(await readRows(path, 0)).toHaveLength(1 + 1_248);
    const changes = await readRows(path, 1);
    expect(changes.slice(1).map(([kind]) => kind)).toEqual(['Gone', 'Gone']);
    expect(await readRows(path, 2)).toContainEqual(['Rows', 1_248]);
  });

  it('leaves out rows that were removed from the selection, saved or live', async () => {
    await lists.refresh(sandbox);
    const { tenants } = await lists.list({ paging: { limit: 100 } });
    const except = tenants.slice(10, 60).map(tenantKey);
    const unwanted = new Set(tenants.slice(10, 60).map(({ id }) => id));
    const wanted = sandbox.tenants.filter(({ id }) => !unwanted.has(id));
    for (const source of ['saved', 'live'] as const) {
      const path = join(lists.folder, `${source}.xlsx`);
      const scope = { kind: 'all', source, filter: {}, except } as const;
      await lists.lists.call('writeExport', exportRequest({ path, scope }));
      const [, ...rows] = await readRows(path, 0);
      const ids = rows.map((cells) => cells[7]);
      expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      expect(await readRows(path, 1)).toContainEqual(['Extent', 'Selected rows']);
    }
  });

  it('does not block other calls', async () => {
    await lists.refresh(sandbox);
    const answered: number[] = [];
    let rowsSoFar = 0;
    const onProgress = (rows: number) => {
      rowsSoFar = rows;
      void lists.list().then(() => answered.push(rowsSoFar));
    };
    await lists.lists.call('writeExport', exportRequest(), { onProgress });
    expect(answered.some((rows) => rows < 1_250)).toBe(true);
  });
});
