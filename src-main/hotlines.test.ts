import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListedRecord } from '../src-shared/list-tenants.ts';
import { tenantKey } from '../src-shared/tenant-key.ts';
import { apiKey, context, startHotlines, type TestHotlines } from './test-hotlines.ts';

let app: TestHotlines;
beforeEach(async () => {
  app = await startHotlines();
});
afterEach(() => app[Symbol.asyncDispose]());

describe('a refresh', () => {
  it('in full reads tenants and hotlines', async () => {
    const run = await app.refresh();
    expect(run).toMatchObject({ kind: 'full', rows: 320, isComplete: true });
    expect(await app.status('tenants')).toMatchObject({ state: 'complete', tenants: 320 });
    expect(await app.status('hotlines')).toMatchObject({
      ...{ state: 'complete', tenants: 250, failure: null },
    });
    expect(await app.savedHotlines()).toEqual(app.hotlinesOnServer());
    expect(app.refreshed).toEqual(['One']);
    for (const { body } of app.server.hotlineRequests)
      expect(body).not.toHaveProperty('filter.name');
  });

  it('shows the progress of the tenants only', async () => {
    const progress: number[] = [];
    await app.refresh('whole', {}, { ...context, onProgress: (rows) => progress.push(rows) });
    expect(progress).toEqual([100, 200, 300, 320]);
  });

  it('without news reads tenants only', async () => {
    await app.refresh();
    const asked = await app.countRequests(async () => {
      expect(await app.refresh('quick')).toMatchObject({ kind: 'quick' });
    });
    expect(asked).toBe(0);
  });

  it('replaces the hotlines at the next full run, with their changes', async () => {
    await app.refresh();
    const [gone, changed, ...others] = app.server.hotlines ?? [];
    if (!gone || !changed) throw new Error('There must be hotlines');
    app.server.setHotlines([{ ...changed, network: 'cmc', hotline: '02499990000' }, ...others]);
    await app.refresh();
    const request = {
      accountId: app.accountId,
      records: 'hotlines',
      since: 'lastRefresh',
    } as const;
    const changes = await app.handlers.getChanges(request, context);
    expect(changes.counts).toMatchObject({ new: 0, changed: 1, gone: 1 });
    expect(changes.shown).toMatchObject([{ accountId: app.accountId, records: 'hotlines' }]);
    const tenants = await app.handlers.getChanges({ ...request, records: 'tenants' }, context);
    expect(tenants.counts).toMatchObject({ new: 0, changed: 0, gone: 0 });
    const [unseen] = await app.handlers.getUnseen({ records: 'hotlines' }, context);
    expect(unseen).toEqual({ accountId: app.accountId, changes: 2 });
    expect(await app.handlers.getUnseen({}, context)).toEqual([
      { accountId: app.accountId, changes: 0 },
    ]);
  });

  it('keeps the saved hotlines if they cannot be read', async () => {
    await app.refresh();
    app.server.setHotlineFaults({ status: { status: 500, after: 1 } });
    await app.refresh();
    expect(await app.status('hotlines')).toMatchObject({
      state: 'complete',
      failure: 'server_failed',
    });
    expect(await app.savedHotlines()).toEqual(app.hotlinesOnServer());
  });

  it('succeeds if the user cancels it while hotlines hang, and reads them soon', async () => {
    app.server.setHotlineFaults({ hang: { after: 1 } });
    const controller = new AbortController();
    const refreshing = app.refresh('whole', {}, { ...context, signal: controller.signal });
    while (app.server.hotlineRequests.length < 2) await new Promise(setImmediate);
    controller.abort();
    expect(await refreshing).toMatchObject({ rows: 320, isComplete: true });
    expect(await app.status('tenants')).toMatchObject({ state: 'complete', interruptedRun: null });
    expect(await app.status('hotlines')).toMatchObject({ state: 'partial', failure: null });

    app.server.setHotlineFaults({});
    await app.refresh('quick');
    expect(await app.status('hotlines')).toMatchObject({ state: 'complete', tenants: 250 });
    expect(await app.savedHotlines()).toEqual(app.hotlinesOnServer());
  });

  it('does not replace hotlines by a much shorter list until the user decides', async () => {
    await app.refresh();
    const all = app.hotlinesOnServer();
    app.server.setHotlines(app.server.hotlines?.slice(0, 10));
    for (const use of [false, true]) {
      expect(await app.refresh()).toMatchObject({ rows: 320, isComplete: true });
      const { shrunkRun, failure } = await app.status('hotlines');
      expect(failure).toBeNull();
      expect(shrunkRun?.rows).toBe(10);
      expect((await app.status('tenants')).shrunkRun).toBeNull();
      expect(await app.savedHotlines()).toEqual(all);
      const runId = shrunkRun?.runId ?? 0;
      await app.handlers.decideShrunkList(
        { accountId: app.accountId, records: 'hotlines', runId, use },
        context,
      );
      expect((await app.status('hotlines')).shrunkRun).toBeNull();
    }
    expect(await app.savedHotlines()).toEqual(app.hotlinesOnServer());
    expect(await app.status('tenants')).toMatchObject({ tenants: 320 });
  });

  it('keeps no answer that contains the key', async () => {
    const [first, ...others] = app.server.hotlines ?? [];
    if (first === undefined) throw new Error('There must be hotlines');
    app.server.setHotlines([{ ...first, description: `Bearer ${apiKey}` }, ...others]);
    expect(await app.refresh()).toMatchObject({ rows: 320 });
    expect(await app.status('hotlines')).toMatchObject({ failure: 'not_this_api' });
    const names = await readdir(app.dataFolder);
    expect(names).toContain('hotlines.sqlite');
    for (const name of names) {
      expect((await readFile(join(app.dataFolder, name))).includes(apiKey), name).toBe(false);
    }
  });
});

describe('a refresh of hotlines', () => {
  it('reads only these, all pages, also if it could be quick', async () => {
    for (const mode of ['quick', 'whole', 'quick'] as const) {
      const asked = app.server.requests.length;
      const request = app.refreshHotlines(mode);
      expect(await request).toMatchObject({ kind: 'full', rows: 250, pages: 3, isComplete: true });
      expect(app.server.requests).toHaveLength(asked);
    }
    expect(await app.status('tenants')).toMatchObject({ state: 'none' });
    expect(app.refreshed).toEqual(Array(3).fill('One: hotlines'));
  });

  it('is not limited by a filter', async () => {
    const run = await app.refresh('whole', { records: 'hotlines', filter: { name: 'Hotline' } });
    expect(run).toMatchObject({ kind: 'full', rows: 250, filter: {} });
  });

  it('is rejected if they cannot be read, and resumes', async () => {
    app.server.setHotlineFaults({ status: { status: 500, after: 1 } });
    await expect(app.refreshHotlines()).rejects.toMatchObject({ code: 'server_failed' });
    expect(await app.status('hotlines')).toMatchObject({ state: 'partial', tenants: 100 });
    app.server.setHotlineFaults({});
    const asked = await app.countRequests(async () => {
      expect(await app.refreshHotlines('resume')).toMatchObject({ rows: 250, pages: 3 });
    });
    expect(asked).toBe(2);
    expect(await app.savedHotlines()).toEqual(app.hotlinesOnServer());
  });

  it('is rejected if the server has no such call', async () => {
    app.server.setHotlines(undefined);
    const error = { code: 'wrong_address', records: 'hotlines' };
    await expect(app.refreshHotlines()).rejects.toMatchObject(error);
    expect(await app.status('hotlines')).toMatchObject({ state: 'none', failure: 'wrong_address' });
  });
});

describe('a tenant', () => {
  it('has the numbers of its owner in a saved list, a selection and a live list', async () => {
    const { accountId, handlers, server } = app;
    const numbers = Map.groupBy(server.hotlines ?? [], ({ owner_id }) => owner_id);
    const withNumbers = (tenants: readonly ListedRecord[]) =>
      tenants.map(({ id, hotlines = [] }) => [id, [...hotlines].toSorted()]);
    const expected = (tenants: readonly ListedRecord[]) =>
      tenants.map(({ id, ownerId }) => {
        const ofOwner = numbers.get(ownerId ?? '') ?? [];
        return [id, ofOwner.map(({ hotline }) => hotline).toSorted()];
      });
    await app.refresh();
    const list = { accountId, filter: {} };
    const [saved, live] = [
      await handlers.listTenants({ ...list, source: 'saved', paging: { limit: 500 } }, context),
      await handlers.listTenants({ ...list, source: 'live', paging: { limit: 100 } }, context),
    ];
    const keys = saved.tenants.map(tenantKey);
    const found = await handlers.findSelected({ ...list, keys, limit: 500 }, context);
    for (const [{ tenants }, length] of [
      [saved, 320],
      [live, 100],
      [found, 320],
    ] as const) {
      expect(tenants).toHaveLength(length);
      expect(withNumbers(tenants)).toEqual(expected(tenants));
      expect(tenants.some(({ hotlines = [] }) => hotlines.length > 1)).toBe(true);
    }
  });
});
