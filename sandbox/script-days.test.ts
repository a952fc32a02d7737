import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netChanges, scriptDays } from './script-days.ts';
import { startSandbox } from './server.ts';
import { ask, pageBody } from './test-client.ts';

describe('scripted days', () => {
  it('are the same for the same options', () => {
    expect(scriptDays({ days: 9, seed: 3 })).toEqual(scriptDays({ days: 9, seed: 3 }));
    expect(scriptDays({ days: 9, seed: 3 })).not.toEqual(scriptDays({ days: 9, seed: 4 }));
  });

  it('begin with the generated list, and never have a tenant twice', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, count) => {
        const days = scriptDays({ count, seed, days: 14 });
        expect(days).toHaveLength(15);
        expect(days[0]?.tenants).toHaveLength(count);
        for (const { tenants } of days) {
          expect(new Set(tenants.map(({ id }) => id)).size).toBe(tenants.length);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('have days of every kind', () => {
    const days = scriptDays({ days: 60, seed: 2 });
    const changes = days
      .slice(1)
      .map(({ tenants }, at) => netChanges(days[at]?.tenants ?? [], tenants));
    for (const kind of ['new', 'changed', 'gone'] as const) {
      expect(changes.some((found) => found[kind].length > 0)).toBe(true);
    }
    expect(changes[3]).toEqual({ new: [], changed: [], gone: [] });
  });

  it('change a status for one day only', () => {
    const days = scriptDays({ days: 3, seed: 2, kinds: ['flipped'] });
    const [first = [], second = [], third = []] = days.map(({ tenants }) => tenants);
    const flipped = netChanges(first, second).changed;
    expect(flipped.length).toBeGreaterThan(0);
    const statusesOf = (tenants: typeof first) =>
      new Map(tenants.map(({ id, status }) => [id, status]));
    const [before, after] = [statusesOf(first), statusesOf(third)];
    const flippedAgain = new Set(netChanges(second, third).changed);
    for (const id of flipped) {
      expect(flippedAgain.has(id)).toBe(true);
      if (!netChanges(first, third).changed.includes(id))
        expect(after.get(id)).toBe(before.get(id));
    }
    expect(netChanges(first, third).changed.length).toBeLessThan(flippedAgain.size);
  });
});

it('a sandbox whose list was replaced answers with the new one, and keeps its cursors', async () => {
  const [{ tenants: first } = { tenants: [] }, { tenants: second } = { tenants: [] }] = scriptDays({
    days: 1,
    kinds: ['changed'],
  });
  await using sandbox = await startSandbox({ apiKey: 'key', tenants: first });
  const page = await ask(sandbox, pageBody({ limit: 100 }));
  sandbox.setTenants(second);
  const after = page.paging?.next ?? '';
  const rest = [
    ...(await ask(sandbox, pageBody({ limit: 100, after }))).tenants,
    ...(await ask(sandbox, pageBody({ limit: 100, before: '.' }))).tenants,
  ];
  expect(sandbox.tenants).toBe(second);
  for (const row of rest) expect(second).toContainEqual(row);
});
