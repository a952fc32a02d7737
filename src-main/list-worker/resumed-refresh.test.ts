import { afterEach, beforeEach, expect, it } from 'vitest';
import { generateTenants } from '../../sandbox/generate.ts';
import { AppError } from '../../src-shared/errors.ts';
import { byId, TestRefreshes } from './test-refreshes.ts';

let refreshes: TestRefreshes;
beforeEach(async () => {
  refreshes = new TestRefreshes(generateTenants({ count: 450, seed: 1 }));
  refreshes.options = {
    answer: (body) => {
      refreshes.pass(1);
      if (refreshes.requests.length < 3) return body;
      throw new AppError({ code: 'unreachable', message: 'Cut' });
    },
  };
  await expect(refreshes.refresh('whole')).rejects.toMatchObject({ code: 'unreachable' });
  refreshes.options = {};
  refreshes.takeRequests();
});
afterEach(() => refreshes[Symbol.dispose]());

it('a refresh that broke off within the hour goes on, and is as old as its first page', async () => {
  const { startedAt, rows } = refreshes.status().interruptedRun ?? {};
  expect(rows).toBe(200);
  refreshes.pass(50);
  const run = await refreshes.refresh('resume');
  expect(refreshes.requests).toHaveLength(3);
  expect(run).toMatchObject({ rows: 450, startedAt });
  expect(run.periods).toHaveLength(2);
  expect(refreshes.status()).toMatchObject({ fetchedAt: startedAt, readInFullAt: startedAt });
});

it('one that broke off earlier begins again at the first page', async () => {
  refreshes.pass(61);
  expect(refreshes.status()).toMatchObject({
    state: 'partial',
    tenants: 200,
    interruptedRun: null,
  });
  // A tenant of the first page has gone, and another one was renamed.
  const [, renamed, ...rest] = refreshes.tenants;
  if (renamed === undefined) throw new Error('The list is empty');
  refreshes.tenants = [{ ...renamed, name: 'Renamed' }, ...rest];
  const startedAt = refreshes.now.toISOString();
  const run = await refreshes.refresh('resume');
  expect(run).toMatchObject({ rows: 449, pages: 5, startedAt });
  expect(run.periods).toHaveLength(1);
  expect(refreshes.saved()).toEqual(refreshes.tenants.toSorted(byId));
});

it('one is not resumed after another refresh of the list', async () => {
  await refreshes.refresh('quick');
  expect(refreshes.status().interruptedRun).toBeNull();
});
