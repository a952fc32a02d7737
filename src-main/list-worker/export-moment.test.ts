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
    expect((await lists.status()).completeRun?.changes).toMatchObject({ new: 2, gone: 0 });
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
      const [headers = [], ...rows] = await readRows(path, 0);
      const ids = rows.map((cells) => cells[headers.indexOf('ID')]);
      expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      expect(await readRows(path, 1)).toContainEqual(['Extent', 'Selected rows']);
    }
  });

  it('has selected rows as they are saved now, and counts those that are gone', async () => {
    await lists.refresh(sandbox);
    const { tenants } = await lists.list({ paging: { limit: 100 } });
    const chosen = tenants.slice(10, 60);
    const [gone, changed] = chosen;
    const later = sandbox.tenants
      .filter(({ id }) => id !== gone?.id)
      .map((tenant) => (tenant.id === changed?.id ? { ...tenant, status: 'N' as const } : tenant));
    await using server = await startSandbox({ apiKey, tenants: later });
    await lists.refresh(server);
    const path = join(lists.folder, 'selected.xlsx');
    const keys = chosen.map(tenantKey);
    const scope = { kind: 'selectedSaved', keys, filter: {} } as const;
    const written = await lists.lists.call('writeExport', exportRequest({ path, scope }));
    expect(written).toMatchObject({ rows: 49, missingRows: 1, unreadableRows: 0 });
    const [headers = [], ...rows] = await readRows(path, 0);
    const ids = rows.map((cells) => cells[headers.indexOf('ID')]);
    expect(ids).toEqual(chosen.slice(1).map(({ id }) => id));
    expect(rows[0]?.[headers.indexOf('Status')]).toBe('Disabled');
    expect(await readRows(path, 1)).toContainEqual(['Extent', 'Selected rows']);

    const request = { ...exportRequest(), ...{ keys, filter: {}, limit: 2 } };
    const found = await lists.lists.call('findSelected', request);
    expect(found).toMatchObject({ rows: 49, missing: gone ? [tenantKey(gone)] : [] });
    expect(found.tenants.map(({ id }) => id)).toEqual(chosen.slice(1, 3).map(({ id }) => id));
    const enabled = { ...request, filter: { statuses: ['P'] } };
    const { missing } = await lists.lists.call('findSelected', enabled);
    expect(missing).toContain(changed && tenantKey(changed));
  });

  it('counts all rows without an id that have the same key', async () => {
    const nameless = sandbox.tenants.slice(0, 3).map((tenant) => ({ ...tenant, id: '' }));
    const [first] = nameless;
    await using server = await startSandbox({
      ...{ apiKey, tenants: first ? [...nameless, first] : nameless },
    });
    await lists.refresh(server);
    const { tenants } = await lists.list();
    expect(tenants).toHaveLength(4);
    const keys = tenants.slice(0, 1).map(tenantKey);
    const request = { ...exportRequest(), ...{ keys, filter: {}, limit: 0 } };
    expect(await lists.lists.call('findSelected', request)).toEqual({
      ...{ tenants: [], rows: 2, missing: [] },
    });
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
