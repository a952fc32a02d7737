import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { startWeeks } from './test-weeks.ts';

let sandbox: Sandbox;
let weeks: Awaited<ReturnType<typeof startWeeks>>;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'key', tenants: 500 });
  weeks = await startWeeks(sandbox);
  await weeks.refresh(Date.parse('2026-11-02T08:00:00Z'), 'whole');
});
afterEach(async () => {
  await weeks[Symbol.asyncDispose]();
  await sandbox.close();
});

const star = (signal: AbortSignal) =>
  weeks.handlers.annotateTenants(
    {
      ...{ lists: weeks.lists, showsAllAccounts: false },
      ...{ tenants: { filter: {} }, change: { isStarred: true } },
    },
    { signal, onProgress: () => undefined },
  );

const countStarred = async () => (await weeks.list({ isStarred: true })).length;

it('changes nothing if the call is canceled between two batches of tenants', async () => {
  const controller = new AbortController();
  const starring = star(controller.signal);
  // The handlers are in this thread, and so far have found the first of three batches at most.
  controller.abort();
  await expect(starring).rejects.toMatchObject({ code: 'canceled' });
  expect(await countStarred()).toBe(0);
  await star(new AbortController().signal);
  expect(await countStarred()).toBe(500);
});
