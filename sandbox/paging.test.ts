import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startSandbox } from './server.ts';
import type { Sandbox } from './server.ts';
import { sortFields } from './sort.ts';
import { ask, pageBody, readFromBothEnds, readPages } from './test-client.ts';

const sorts = ['', ...sortFields.flatMap((field) => [field, `-${field}`])];

/** Reads all pages of tenants. */
const readTenants = (
  sandbox: Sandbox,
  direction: 'after' | 'before',
  limit: number,
  sort: string,
) => readPages((body) => ask(sandbox, body), direction, limit, sort);

describe('reading all pages', () => {
  it('returns every tenant once, in the same order from either end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 45 }),
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 50 }),
        async (tenants, limit, sort, seed) => {
          await using sandbox = await startSandbox({ apiKey: 'key', tenants, seed });
          const send = (body: string) => ask(sandbox, body);
          const { forward, backward } = await readFromBothEnds(send, limit, sort);
          expect(forward.toSorted()).toEqual(sandbox.tenants.map(({ id }) => id).toSorted());
          expect(backward).toEqual(forward);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['created_at', (time: string) => Date.parse(time)],
    ['updated_at', (time: string) => Date.parse(time)],
  ] as const)('sorts by %s in both directions', async (field, value) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 100 });
    const byId = new Map(sandbox.tenants.map((tenant) => [tenant.id, value(tenant[field])]));
    const up = (await readTenants(sandbox, 'after', 30, field)).flat();
    const down = (await readTenants(sandbox, 'after', 30, `-${field}`)).flat();
    const times = up.map((id) => byId.get(id) ?? NaN);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(down).toEqual(up.toReversed());
  });

  it('sorts by id, oldest first, by default', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 30 });
    const ids = (await readTenants(sandbox, 'after', 100, '')).flat();
    expect(ids).toEqual(ids.toSorted());
  });

  it('sorts names by Vietnamese collation', async () => {
    await using full = await startSandbox({ apiKey: 'key', tenants: 4 });
    const names = ['Đa', 'Da', 'Ê', 'E'];
    const tenants = full.tenants.map((tenant, place) => ({ ...tenant, name: names[place] ?? '' }));
    await using sandbox = await startSandbox({ apiKey: 'key', tenants });
    const ids = (await readTenants(sandbox, 'after', 1, 'name')).flat();
    const sorted = ids.map((id) => tenants.find((tenant) => tenant.id === id)?.name);
    expect(sorted).toEqual(['Da', 'Đa', 'E', 'Ê']);
  });

  it('returns to the previous page', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 25 });
    const first = await ask(sandbox, pageBody({ limit: 10, sort: 'name' }));
    const second = await ask(sandbox, pageBody({ after: first.paging?.next ?? '', limit: 10 }));
    const back = await ask(sandbox, pageBody({ before: second.paging?.prev ?? '', limit: 10 }));
    expect(second.tenants).toHaveLength(10);
    expect(back.tenants).toEqual(first.tenants);
    expect(back.paging?.prev).toBe('');
    expect(back.paging?.next).toBe(first.paging?.next);
  });
});
