import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { readRows } from '../export/xlsx/test-workbook-reader.ts';
import type { WriteExportRequest } from '../lists/calls.ts';
import { listId, savedIds, startLists, textOf, type TestLists } from './test-lists.ts';

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

const truth = () => sandbox.tenants.map(({ id }) => id).toSorted();

const exportRequest = (change: Partial<WriteExportRequest> = {}) =>
  lists.exportRequest(sandbox, change);

describe('a saved list that is in use', () => {
  it('is refreshed by one run at a time', async () => {
    sandbox.setFaults({ latency: { milliseconds: 5 } });
    const first = lists.refresh(sandbox);
    await expect(lists.refresh(sandbox)).rejects.toMatchObject({ code: 'refresh_running' });
    expect(await lists.refresh(sandbox, { listId: 'another' })).toMatchObject({ rows: 1_250 });
    expect(await first).toMatchObject({ rows: 1_250, isComplete: true });
  });

  it('shows the rows of its first run at once, and later the old list until the new one is complete', async () => {
    sandbox.setFaults({ latency: { milliseconds: 5 } });
    const during: Promise<number>[] = [];
    const onProgress = () => during.push(lists.list().then(({ total }) => total ?? -1));
    await lists.refresh(sandbox, {}, { onProgress });
    const totals = await Promise.all(during.splice(0));
    expect(totals[0]).toBeLessThan(1_250);
    expect(totals).toEqual(totals.toSorted((left, right) => left - right));

    await using fewer = await startSandbox({ apiKey, tenants: sandbox.tenants.slice(0, 950) });
    await lists.refresh(fewer, {}, { onProgress });
    const seen = new Set(await Promise.all(during));
    expect([...seen].every((total) => total === 1_250 || total === 950)).toBe(true);
    expect(seen.has(1_250)).toBe(true);
    expect((await lists.status()).completeRun?.changes).toEqual({ new: 0, changed: 0, gone: 300 });
  });

  it('updates only the matching rows in a filtered refresh, and removes none', async () => {
    await lists.refresh(sandbox);
    const renamed = sandbox.tenants.map((tenant) => ({
      ...tenant,
      domain: `new.${tenant.domain}`,
    }));
    await using changed = await startSandbox({ apiKey, tenants: renamed });
    const run = await lists.refresh(changed, { filter: { name: 'hoàng' } });
    expect(run.rows).toBeGreaterThan(0);
    expect(run.rows).toBeLessThan(1_250);
    expect(changed.requests[0]?.body).toMatchObject({ filter: { name: 'hoàng' } });
    expect((await savedIds(lists)).toSorted()).toEqual(truth());
    const { total } = await lists.list({ filter: { name: 'new' } });
    expect(total).toBe(run.rows);
  });

  it('reads each row once while 1,000 rows move during the run', async () => {
    await using moving = await startSandbox({ apiKey, tenants: 9_000, faults: { shiftRows: {} } });
    // Pages of 10 rows: in each of about a thousand pages, one row moves.
    await using small = await startLists({
      fetch: (url, init) => {
        const body = textOf(init).replace('"limit":100', '"limit":10');
        return fetch(url, { ...init, body });
      },
    });
    const run = await small.refresh(moving);
    expect(run).toMatchObject({ rows: 9_000, isComplete: true });
    expect(run.duplicates).toBeGreaterThanOrEqual(990);
    expect((await savedIds(small)).toSorted()).toEqual(
      moving.tenants.map(({ id }) => id).toSorted(),
    );
  });

  it('fails its calls if its thread dies, and starts again for the next call', async () => {
    sandbox.setFaults({ latency: { milliseconds: 20 } });
    const run = lists.refresh(
      sandbox,
      {},
      {
        onProgress: (rows) => {
          if (rows === 300) void lists.threads[0]?.terminate();
        },
      },
    );
    await expect(run).rejects.toMatchObject({ code: 'worker_failed' });
    expect((await lists.status()).interruptedRun).toMatchObject({ isComplete: false });
    expect(await lists.refresh(sandbox, { mode: 'resume' })).toMatchObject({ rows: 1_250 });
    expect((await savedIds(lists)).toSorted()).toEqual(truth());
    expect(lists.threads).toHaveLength(2);
  });

  it('is deleted at once, even during a run', async () => {
    await lists.refresh(sandbox);
    sandbox.setFaults({ latency: { milliseconds: 20 } });
    const canceled = expect(lists.refresh(sandbox)).rejects.toMatchObject({ code: 'canceled' });
    await lists.lists.call('removeList', { listId });
    await canceled;
    expect(await lists.status()).toMatchObject({ state: 'none', tenants: 0, interruptedRun: null });
  });

  it('cancels its calls when it is closed', async () => {
    sandbox.setFaults({ hang: { after: 3 } });
    let closing: Promise<void> | null | undefined;
    const onProgress = (rows: number) => {
      if (rows === 300) closing = lists.lists.close();
    };
    const run = lists.refresh(sandbox, {}, { onProgress });
    await expect(run).rejects.toMatchObject({ code: 'canceled' });
    await closing;
    await expect(lists.status()).rejects.toMatchObject({ code: 'app_quitting' });
    await using again = await startLists({ dataFolder: lists.folder });
    expect((await again.status()).interruptedRun).toMatchObject({
      rows: 300,
      errorCode: 'canceled',
    });
  });
});

describe('an export of the saved list', () => {
  it('has the rows of one moment, even if a refresh completes meanwhile', async () => {
    await lists.refresh(sandbox);
    const renamed = sandbox.tenants.map((tenant) => ({ ...tenant, domain: 'new.example.vn' }));
    await using changed = await startSandbox({ apiKey, tenants: renamed });
    const outcomes: string[] = [];
    const refreshing = lists.refresh(changed).then(() => outcomes.push('refreshed'));
    const isDone = Promise.withResolvers<undefined>();
    let exports = 0;
    void refreshing.finally(() => isDone.resolve(undefined));
    const domains = new Set<number>();
    while (outcomes.length === 0) {
      const path = join(lists.folder, `${++exports}.xlsx`);
      const written = await lists.lists.call('writeExport', exportRequest({ path }));
      expect(written).toMatchObject({ rows: 1_250, unreadableRows: 0 });
      const rows = (await readRows(path, 0)).slice(1);
      domains.add(rows.filter((row) => row[1] === 'new.example.vn').length);
    }
    await isDone.promise;
    expect([...domains].every((count) => count === 0 || count === 1_250)).toBe(true);
  });

  it('has an info sheet, and the changes in a separate sheet', async () => {
    sandbox.setFaults({ unreadableRow: { times: 1 } });
    await lists.refresh(sandbox);
    sandbox.setFaults({});
    const written = await lists.lists.call('writeExport', exportRequest());
    expect(written).toMatchObject({ rows: 1_249, unreadableRows: 1 });
    const facts = new Map(
      (await readRows(join(lists.folder, 'tenants.xlsx'), 1)).map(([name, value]) => [name, value]),
    );
    expect(facts.get('Source')).toBe('The list saved on this computer');
    expect(facts.get('Extent')).toBe('Complete: the list was read to the end');
    expect(facts.get('Unreadable rows')).toBe(1);

    await lists.refresh(sandbox);
    const path = join(lists.folder, 'changes.xlsx');
    const changes = exportRequest({
      path,
      scope: { kind: 'changes', since: 'lastRefresh', filter: {} },
    });
    expect(await lists.lists.call('writeExport', changes)).toMatchObject({ rows: 1 });
    expect((await readRows(path, 0))[1]?.[0]).toBe('New');
  });

  it('fetches from the server if it is live, and rejects filters that the server does not support', async () => {
    const live = (filter: object) =>
      lists.lists.call(
        'writeExport',
        exportRequest({ scope: { kind: 'all', source: 'live', filter } }),
      );
    expect(await live({})).toMatchObject({ rows: 1_250, unreadableRows: 0 });
    await expect(live({ statuses: ['P'] })).rejects.toMatchObject({ code: 'request_refused' });
    const saved = lists.lists.call('writeExport', exportRequest());
    await expect(saved).rejects.toMatchObject({ code: 'nothing_saved' });
  });

  it('reports how long it waits to repeat a request', async () => {
    const progress: unknown[] = [];
    const request = exportRequest({ scope: { kind: 'all', source: 'live', filter: {} } });
    sandbox.setFaults({ rateLimit: { after: 2, retryAfter: 0, times: 1 } });
    await lists.lists.call('writeExport', request, {
      onProgress: (...values) => progress.push(values),
    });
    const waits: unknown = expect.objectContaining({ reason: 'askedToWait' });
    expect(progress).toContainEqual([200, undefined, waits]);
    expect(progress.at(-1)).toEqual([1_250, undefined, undefined]);
  });
});
