import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter, Paging, Sort } from '../../src-shared/list-tenants.ts';
import { joinStatuses } from './join-statuses.ts';
import { openStore, type TenantStore } from './tenant-store.ts';
import { reference } from './test-reference.ts';
import { account, makeTenant, otherAccount, saveRun, TestFolder } from './test-store.ts';
import { anyFilter, anySort, anyTenants } from './test-tenants.ts';

const third = 'c3f2bd3c-8b3f-4d7e-9a54-3c1e7f9b2d33';
const all = [account, otherAccount, third];

let folder: TestFolder;
let store: TenantStore;
beforeAll(() => {
  folder = new TestFolder();
  ({ store } = openStore(folder.path));
});
afterAll(() => {
  store.close();
  folder[Symbol.dispose]();
});

interface Asked {
  filter: Filter;
  sort?: Sort[] | undefined;
}

/** Every page, forward by cursor. */
function pages(query: Asked) {
  const read = (paging: Paging) => store.listTogether(all, { ...query, paging });
  const found = [read({ limit: 25 })];
  for (let next = found[0]?.paging.next ?? null; next !== null;) {
    const page = read({ limit: 25, after: next });
    found.push(page);
    next = page.paging.next;
  }
  return found;
}

describe('several lists as one', () => {
  it('are what plain arrays of them are, each row with its account, forward, back and from any place', () => {
    fc.assert(
      fc.property(
        anyTenants(40),
        anyTenants(40),
        anyTenants(40),
        fc.array(fc.record({ filter: anyFilter, sort: anySort }), { minLength: 3, maxLength: 5 }),
        fc.nat(80),
        (first, second, last, queries, offset) => {
          const lists = [first, second, last];
          for (const [at, tenants] of lists.entries()) saveRun(store, tenants, {}, all[at]);
          // Copies, so that equal tenants of two accounts are told apart.
          const rows = lists.flatMap((tenants, at) =>
            tenants.map((tenant) => ({ ...tenant, accountId: all[at] ?? '' })),
          );
          for (const query of queries) {
            const expected: object[] = reference([...rows], query.filter, query.sort);
            const forward = pages(query);
            const found = forward.flatMap(({ tenants, accountIds }) =>
              tenants.map((tenant, at) => ({ ...tenant, accountId: accountIds[at] })),
            );
            expect(found).toEqual(expected);
            const [, second] = forward;
            if (second !== undefined) {
              const before = second.paging.prev ?? '';
              const back = store.listTogether(all, { ...query, paging: { before, limit: 25 } });
              expect(back.tenants).toEqual(forward[0]?.tenants);
            }
            const middle = store.listTogether(all, { ...query, paging: { offset, limit: 25 } });
            expect(
              middle.tenants.map((tenant, at) => ({
                ...tenant,
                accountId: middle.accountIds[at],
              })),
            ).toEqual(expected.slice(offset, offset + 25));
            expect(middle.total).toBe(expected.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave out accounts of which nothing is saved, and are as old as the oldest', () => {
    saveRun(store, [makeTenant(1)]);
    saveRun(store, [makeTenant(2)], {}, otherAccount);
    const query = { filter: {}, paging: { limit: 25 } } as const;
    const page = store.listTogether([account, 'nobody', otherAccount], query);
    expect(page.accountIds).toEqual([account, otherAccount]);
    expect(page.fetchedAt).toBe(store.list(account, query).fetchedAt);
    expect(() => store.listTogether(['nobody'], query)).toThrow(
      expect.objectContaining({ code: 'nothing_saved' }),
    );
  });

  it('are complete when each of them is, and hold what all of them hold', () => {
    saveRun(store, [makeTenant(1), makeTenant(2)]);
    saveRun(store, [makeTenant(2)], {}, otherAccount);
    const statusOf = (...accountIds: string[]) =>
      joinStatuses(accountIds.map((accountId) => store.status(accountId)));
    expect(statusOf(account, otherAccount)).toEqual({
      state: 'complete',
      tenants: 3,
      fetchedAt: store.status(account).fetchedAt,
      completeRun: null,
      interruptedRun: null,
      changes: { new: 0, changed: 0, gone: 0 },
      accounts: { complete: 2, of: 2 },
    });
    expect(statusOf(account, 'nobody')).toMatchObject({
      ...{ state: 'partial', tenants: 2, accounts: { complete: 1, of: 2 } },
    });
    expect(statusOf('nobody', 'nobody else')).toMatchObject({ state: 'none', fetchedAt: null });
    expect(statusOf(account)).toEqual(store.status(account));
  });

  it('go on where they were when one of them is replaced meanwhile', () => {
    const many = (from: number) => Array.from({ length: 40 }, (_, at) => makeTenant(from + at));
    saveRun(store, many(1), {}, account);
    saveRun(store, many(1), {}, otherAccount);
    saveRun(store, many(101), {}, third);
    const byName: Sort[] = [{ field: 'name', direction: 'ascending' }];
    for (const sort of [undefined, byName]) {
      saveRun(store, many(1), {}, account);
      const query = { filter: {}, sort };
      const seen: string[] = [];
      const note = ({ tenants, accountIds }: ReturnType<typeof store.listTogether>) =>
        seen.push(...tenants.map(({ id }, at) => `${accountIds[at] ?? ''} ${id}`));
      let page = store.listTogether(all, { ...query, paging: { limit: 50 } });
      note(page);
      saveRun(store, many(1).slice(3), {}, account);
      while (page.paging.next !== null) {
        page = store.listTogether(all, {
          ...query,
          paging: { after: page.paging.next, limit: 50 },
        });
        note(page);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const left = [account, otherAccount, third].flatMap((accountId, at) =>
        many(at === 2 ? 101 : 1)
          .slice(at === 0 ? 3 : 0)
          .map(({ id }) => `${accountId} ${id}`),
      );
      expect(seen).toEqual(expect.arrayContaining(left));
    }
  });
});
