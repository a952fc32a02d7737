import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTenants } from '../../sandbox/generate.ts';
import type { SandboxTenant } from '../../sandbox/wire.ts';
import { AppError } from '../../src-shared/errors.ts';
import { byId, TestRefreshes, type TestRefreshesOptions } from './test-refreshes.ts';

const count = 1000;
let refreshes: TestRefreshes;
beforeEach(async () => {
  refreshes = new TestRefreshes(generateTenants({ count, seed: 1 }));
  await refreshes.refresh('quick');
  refreshes.takeRequests();
  refreshes.pass(15);
});
afterEach(() => refreshes[Symbol.dispose]());

/** Changes some tenants at the server, as it does: with a new `updated_at`. */
function rename(wanted: number, updated_at = '2026-11-03T02:10:00Z') {
  refreshes.tenants = refreshes.tenants.map((tenant, at) =>
    at < wanted ? { ...tenant, name: `Renamed ${at}`, updated_at } : tenant,
  );
}

const truth = () => refreshes.tenants.toSorted(byId);

describe('a quick refresh', () => {
  it('of a list without news is one request for what was updated last', async () => {
    const { readInFullAt } = refreshes.status();
    const run = await refreshes.refresh('quick');
    expect(refreshes.requests).toEqual([expect.objectContaining({ sort: '-updated_at' })]);
    expect(run).toMatchObject({
      kind: 'quick',
      pages: 1,
      changes: { new: 0, changed: 0, gone: 0 },
    });
    expect(refreshes.status()).toMatchObject({
      state: 'complete',
      fetchedAt: refreshes.now.toISOString(),
      readInFullAt,
      tenants: count,
      quickRefreshOff: null,
    });
  });

  it.each([
    [12, 1],
    [50, 1],
    [100, 2],
    [250, 3],
  ])('with %i changes takes %i requests and finds them all', async (changes, requests) => {
    rename(changes);
    const run = await refreshes.refresh('quick');
    expect(refreshes.requests).toHaveLength(requests);
    expect(run).toMatchObject({ kind: 'quick', changes: { new: 0, changed: changes, gone: 0 } });
    expect(refreshes.saved()).toEqual(truth());
    refreshes.takeRequests();
    await refreshes.refresh('quick');
    // The next one has to look below those that it knows now.
    expect(refreshes.requests.length).toBeLessThanOrEqual(requests);
  });

  it('finds a change that the server shows some minutes late', async () => {
    rename(1, '2026-11-03T02:10:00Z');
    await refreshes.refresh('quick');
    const late = { name: 'Late', updated_at: '2026-11-03T02:01:00Z' };
    refreshes.tenants = refreshes.tenants.map((tenant, at) =>
      at === 500 ? { ...tenant, ...late } : tenant,
    );
    expect(await refreshes.refresh('quick')).toMatchObject({ changes: { changed: 1 } });
    expect(refreshes.saved()).toEqual(truth());
  });

  it('is not misled by a tenant from the future', async () => {
    rename(1, '2027-06-01T00:00:00Z');
    await refreshes.refresh('quick');
    refreshes.tenants = refreshes.tenants.map((tenant, at) =>
      at === 500 ? { ...tenant, name: 'Now', updated_at: '2026-11-03T02:20:00Z' } : tenant,
    );
    refreshes.pass(15);
    expect(await refreshes.refresh('quick')).toMatchObject({
      kind: 'quick',
      changes: { changed: 1 },
    });
    refreshes.tenants = refreshes.tenants.map((tenant, at) =>
      at === 501 ? { ...tenant, name: 'Now', updated_at: '2026-11-03T02:35:00Z' } : tenant,
    );
    refreshes.pass(15);
    expect(await refreshes.refresh('whole')).toMatchObject({ changes: { changed: 1 } });
    expect(refreshes.status().quickRefreshOff).toBeNull();
  });

  it('keeps nothing if it fails', async () => {
    rename(250);
    refreshes.options = {
      answer: (body) => {
        if (refreshes.requests.length < 2) return body;
        throw new AppError({ code: 'unreachable', message: 'Cut' });
      },
    };
    const failed = refreshes.refresh('quick');
    await expect(failed).rejects.toMatchObject({ code: 'unreachable' });
    expect(refreshes.status()).toMatchObject({ state: 'complete', interruptedRun: null });
    refreshes.options = {};
    expect(await refreshes.refresh('quick')).toMatchObject({ changes: { changed: 250 } });
  });
});

describe('a quick refresh reads the whole list', () => {
  const sorts = () => [...new Set(refreshes.requests.map(({ sort }) => sort))];

  it('if it was last read in full more than a day ago', async () => {
    refreshes.pass(24 * 60 - 16);
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'quick' });
    refreshes.pass(10);
    refreshes.takeRequests();
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full', rows: count });
    expect(sorts()).toEqual(['']);
  });

  it('if the clock was set back', async () => {
    refreshes.pass(-24 * 60);
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full' });
  });

  it('if a run of the whole list was interrupted', async () => {
    refreshes.options = {
      answer: (body) => {
        if (refreshes.requests.length < 3) return body;
        throw new AppError({ code: 'unreachable', message: 'Cut' });
      },
    };
    await expect(refreshes.refresh('whole')).rejects.toMatchObject({ code: 'unreachable' });
    refreshes.options = {};
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full', rows: count });
  });

  it('if so much has changed that it costs hardly more', async () => {
    rename(600);
    const run = await refreshes.refresh('quick');
    expect(run).toMatchObject({ kind: 'full', changes: { changed: 600 } });
    expect(refreshes.requests).toHaveLength(15);
    expect(refreshes.status().quickRefreshOff).toBeNull();
  });

  it('if the server’s list ends early', async () => {
    using half = new TestRefreshes(generateTenants({ count: 250, seed: 1 }));
    await half.refresh('quick');
    const newestFirst = half.tenants.toSorted((a, b) => (a.updated_at < b.updated_at ? 1 : -1));
    half.tenants = newestFirst.slice(0, 100);
    await expect(half.refresh('quick')).rejects.toMatchObject({ code: 'list_shrank' });
    half.tenants = newestFirst;
    expect(await half.refresh('quick')).toMatchObject({ kind: 'full', changes: { gone: 0 } });
    expect(half.status()).toMatchObject({ tenants: 250, shrunkRun: null });
  });

  it('if that is one request', async () => {
    using small = new TestRefreshes(generateTenants({ count: 80, seed: 1 }));
    await small.refresh('quick');
    small.tenants = small.tenants.slice(1);
    expect(await small.refresh('quick')).toMatchObject({ kind: 'full', changes: { gone: 1 } });
  });

  const differently: [string, TestRefreshesOptions][] = [
    ['ignores the order', { change: () => ({ sort: '' }) }],
    ['sorts the other way round', { change: () => ({ sort: 'updated_at' }) }],
    [
      'names another order',
      { answer: (body) => ({ ...body, paging: { ...body.paging, sort: '-created_at' } }) },
    ],
    [
      'refuses the order',
      {
        change: ({ sort }) => {
          if (sort === '') return {};
          throw new AppError({ code: 'request_refused', message: 'sort is not allowed' });
        },
      },
    ],
  ];
  it.each(differently)('if the server %s, and from then on', async (_name, options) => {
    refreshes.options = options;
    rename(3);
    expect(await refreshes.refresh('quick')).toMatchObject({
      kind: 'full',
      changes: { changed: 3 },
    });
    const at = refreshes.now.toISOString();
    expect(refreshes.status().quickRefreshOff).toEqual({ reason: 'unsorted', at });
    refreshes.takeRequests();
    refreshes.options = {};
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full' });
    expect(sorts()).toEqual(['']);
  });

  it('after a full one has found a change that it missed', async () => {
    const change = (changes: Partial<SandboxTenant>) => {
      refreshes.tenants = refreshes.tenants.map((tenant, at) =>
        at === 7 ? { ...tenant, ...changes } : tenant,
      );
    };
    change({ name: 'Silent' });
    expect(await refreshes.refresh('quick')).toMatchObject({
      kind: 'quick',
      changes: { changed: 0 },
    });
    expect(await refreshes.refresh('whole')).toMatchObject({ changes: { changed: 1 } });
    expect(refreshes.status().quickRefreshOff).toMatchObject({ reason: 'missed' });
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full' });
  });
});
