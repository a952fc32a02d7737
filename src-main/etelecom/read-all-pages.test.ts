import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Faults } from '../../sandbox/faults.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { EtelecomClient } from './client.ts';
import { readAllPages } from './read-all-pages.ts';
import { parseAnswer, type TenantAnswer } from './wire.ts';

async function readAllOfSandbox(tenants: number, faults: Faults = {}) {
  await using sandbox = await startSandbox({ apiKey: 'key', tenants, faults });
  const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
  const signal = new AbortController().signal;
  const ids: string[] = [];
  let unreadableRows = 0;
  const pages = readAllPages(async (paging) => {
    const body = await client.fetchPage(sandbox, { filter: {}, paging }, signal);
    return { ...parseAnswer(body, { mustBeWhole: true }), bytes: body.length };
  });
  for await (const page of pages) {
    ids.push(...page.tenants.map(({ id }) => id));
    unreadableRows += page.unreadableRows;
  }
  return {
    ids,
    unreadableRows,
    truth: sandbox.tenants.map(({ id }) => id),
    requests: sandbox.requests,
  };
}

describe('readAllPages', () => {
  it.each([0, 1, 99, 100, 101, 250])('returns each of %i tenants once', async (count) => {
    const { ids, truth } = await readAllOfSandbox(count);
    expect(ids.toSorted()).toEqual(truth.toSorted());
  });

  it('ends if the server ends with an empty page', async () => {
    const { ids, truth } = await readAllOfSandbox(200, { cursorsAtEnds: {} });
    expect(ids.toSorted()).toEqual(truth.toSorted());
  });

  it('returns a row only once if it appears twice because rows moved', async () => {
    const { ids, truth } = await readAllOfSandbox(350, { shiftRows: {} });
    expect(ids.toSorted()).toEqual(truth.toSorted());
  });

  it('continues after temporary faults', async () => {
    const { ids, truth } = await readAllOfSandbox(350, {
      status: { status: 503, after: 1, times: 2 },
    });
    expect(ids.toSorted()).toEqual(truth.toSorted());
  });

  it('returns rows with unusual values', async () => {
    const { ids, truth } = await readAllOfSandbox(350, { awkward: { every: 1 } });
    expect(ids.toSorted()).toEqual(truth.toSorted());
  });

  it('counts unreadable rows', async () => {
    const { ids, unreadableRows } = await readAllOfSandbox(250, { unreadableRow: { times: 1 } });
    expect(ids).toHaveLength(249);
    expect(unreadableRows).toBe(1);
  });

  it('fails if the server repeats a cursor', async () => {
    await expect(readAllOfSandbox(350, { repeatCursor: {} })).rejects.toMatchObject({
      code: 'cursor_repeated',
    });
  });

  it('fails if each page has a new cursor but no new row', async () => {
    let cursor = 0;
    const listPage = (): Promise<TenantAnswer & { bytes: number }> =>
      Promise.resolve({
        tenants: [{ ...blankTenant, id: '1' }],
        paging: { next: String(cursor++), prev: null, limit: 100 },
        unreadableRows: 0,
        bytes: 1,
      });
    const run = async () => {
      for await (const page of readAllPages(listPage)) expect(page.unreadableRows).toBe(0);
    };
    await expect(run()).rejects.toMatchObject({ code: 'cursor_repeated' });
  });

  it('never returns an id twice and always ends', async () => {
    const cursor = fc.option(fc.constantFrom('a', 'b', 'c', 'd'));
    const page = fc.record({ next: cursor, ids: fc.array(fc.constantFrom('1', '2', '3')) });
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1 }), async (pages) => {
        let asked = 0;
        const listPage = (): Promise<TenantAnswer & { bytes: number }> => {
          const { next, ids } = pages[asked++ % pages.length] ?? { next: null, ids: [] };
          const tenants = ids.map((id) => ({ ...blankTenant, id }));
          return Promise.resolve({
            tenants,
            paging: { next, prev: null, limit: 100 },
            unreadableRows: 0,
            bytes: 1,
          });
        };
        const ids: string[] = [];
        try {
          for await (const { tenants } of readAllPages(listPage))
            ids.push(...tenants.map(({ id }) => id));
        } catch (error) {
          expect(error).toMatchObject({ code: 'cursor_repeated' });
        }
        expect(new Set(ids).size).toBe(ids.length);
        expect(asked).toBeLessThanOrEqual(5);
      }),
    );
  });
});

const blankTenant = {
  name: '',
  domain: '',
  status: null,
  ownerId: null,
  connectionMethod: null,
  connectionId: null,
  createdAt: null,
  updatedAt: null,
};
