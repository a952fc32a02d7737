import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter, Paging, Sort } from '../../src-shared/list-tenants.ts';
import { joinStatuses } from './join-statuses.ts';
import type { RecordStore, SavedPage } from './record-store.ts';
import { compareBy, reference } from './test-reference.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import { listId, makePage, makeTenant, otherListId, saveAfresh, saveRun } from './test-store.ts';
import { anyFieldSort, anyFilter, anySort, anyTenants } from './test-tenants.ts';

const third = 'c3f2bd3c-8b3f-4d7e-9a54-3c1e7f9b2d33';
const all = [listId, otherListId, third];

let store: RecordStore;
prepareTestStore(
  (opened) => {
    store = opened;
  },
  { isShared: true },
);

interface PageQuery {
  filter: Filter;
  sort?: Sort[] | undefined;
}

/** Reads all pages, forward by cursor. */
function pages(query: PageQuery) {
  const read = (paging: Paging) => store.list(all, { ...query, paging });
  const found = [read({ limit: 25 })];
  for (let next = found[0]?.paging.next ?? null; next !== null;) {
    const page = read({ limit: 25, after: next });
    found.push(page);
    next = page.paging.next;
  }
  return found;
}

describe('several lists as one', () => {
  it('have the same rows and list ids as plain arrays, forward, backward and at any offset', () => {
    fc.assert(
      fc.property(
        anyTenants(40),
        anyTenants(40),
        anyTenants(40),
        fc.array(fc.record({ filter: anyFilter, sort: anySort }), { minLength: 3, maxLength: 5 }),
        fc.nat(80),
        (first, second, last, queries, offset) => {
          const lists = [first, second, last];
          for (const [at, tenants] of lists.entries()) saveAfresh(store, tenants, all[at]);
          // Copy the tenants with their list, so that equal tenants of two lists can be told apart.
          const rows = lists.flatMap((tenants, at) =>
            tenants.map((tenant) => ({ ...tenant, listId: all[at] ?? '' })),
          );
          for (const query of queries) {
            const expected: object[] = reference([...rows], query.filter, query.sort);
            const forward = pages(query);
            const found = forward.flatMap(({ tenants, listIds }) =>
              tenants.map((tenant, at) => ({ ...tenant, listId: listIds[at] })),
            );
            expect(found).toEqual(expected);
            const [, second] = forward;
            if (second !== undefined) {
              const before = second.paging.prev ?? '';
              const back = store.list(all, { ...query, paging: { before, limit: 25 } });
              expect(back.tenants).toEqual(forward[0]?.tenants);
            }
            const middle = store.list(all, { ...query, paging: { offset, limit: 25 } });
            expect(
              middle.tenants.map((tenant, at) => ({
                ...tenant,
                listId: middle.listIds[at],
              })),
            ).toEqual(expected.slice(offset, offset + 25));
            expect(middle.total).toBe(expected.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('can be sorted by account, before and after another column', () => {
    const anyDirection = fc.constantFrom('ascending', 'descending');
    const anyOther = fc.option(anyFieldSort, { nil: undefined });
    const anyLists = fc.array(anyTenants(30), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        ...[anyLists, anyFilter, anyDirection, anyOther, fc.boolean()],
        (lists, filter, direction, other, isFirst) => {
          for (const [at, tenants] of lists.entries()) saveAfresh(store, tenants, all[at]);
          const byAccount: Sort = { field: 'account', direction };
          const others = other === undefined ? [] : [other];
          const sort: Sort[] = isFirst ? [byAccount, ...others] : [...others, byAccount];
          const rows = lists.flatMap((tenants, at) => tenants.map((tenant) => ({ ...tenant, at })));
          const sign = direction === 'ascending' ? 1 : -1;
          const expected = reference([...rows], filter, [{ field: 'id', direction: 'ascending' }])
            .flatMap((tenant) => rows.filter((row) => row === tenant))
            .toSorted((a, b) => {
              const accounts = sign * (a.at - b.at);
              const fields = other === undefined ? 0 : compareBy(other, a, b);
              return isFirst ? accounts || fields : fields || accounts;
            });
          const forward = pages({ filter, sort });
          const found = forward.flatMap(({ tenants, listIds }) =>
            tenants.map((tenant, at) => ({ ...tenant, at: all.indexOf(listIds[at] ?? '') })),
          );
          expect(found).toEqual(expected);
          const before = forward[1]?.paging.prev ?? undefined;
          if (before === undefined) return;
          const back = store.list(all, { filter, sort, paging: { before, limit: 25 } });
          expect(back.tenants).toEqual(forward[0]?.tenants);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('continue with the next account if the one of the cursor was removed', () => {
    const many = Array.from({ length: 30 }, (_, at) => makeTenant(at + 1));
    for (const ownId of all) saveRun(store, many, {}, ownId);
    for (const direction of ['ascending', 'descending'] as const) {
      const query = { filter: {}, sort: [{ field: 'account', direction } as const] };
      const first = store.list(all, { ...query, paging: { limit: 50 } });
      const second = first.listIds.at(-1) ?? '';
      expect(second).toBe(otherListId);
      const left = all.filter((ownId) => ownId !== second);
      const after = first.paging.next ?? '';
      const next = store.list(left, { ...query, paging: { after, limit: 50 } });
      const lastAccount = direction === 'ascending' ? third : listId;
      expect(next.listIds).toEqual(Array.from({ length: 30 }, () => lastAccount));
    }
  });

  it('leave out lists that were never read, and are as old as the oldest list', () => {
    saveRun(store, [makeTenant(1)]);
    saveRun(store, [makeTenant(2)], {}, otherListId);
    const query = { filter: {}, paging: { limit: 25 } } as const;
    const page = store.list([listId, 'unknown', otherListId], query);
    expect(page.listIds).toEqual([listId, otherListId]);
    expect(page.fetchedAt).toBe(store.list([listId], query).fetchedAt);
    expect(() => store.list(['unknown'], query)).toThrow(
      expect.objectContaining({ code: 'nothing_saved' }),
    );
  });

  it('are complete when each list is, and have the tenants of all', () => {
    saveRun(store, [makeTenant(1), makeTenant(2)]);
    saveRun(store, [makeTenant(2)], {}, otherListId);
    const statusOf = (...listIds: string[]) =>
      joinStatuses(listIds.map((listId) => store.status(listId)));
    expect(statusOf(listId, otherListId)).toMatchObject({
      state: 'complete',
      tenants: 3,
      fetchedAt: store.status(listId).fetchedAt,
      readInFullAt: store.status(listId).readInFullAt,
      completeRun: null,
      interruptedRun: null,
      accounts: { complete: 2, of: 2 },
    });
    const runId = store.beginRun(otherListId, {});
    store.addPage(runId, { ...makePage([makeTenant(2)]), unreadable: ['7'] });
    store.completeRun(runId);
    expect(statusOf(listId, otherListId).unreadableRows).toBe(1);
    expect(statusOf(listId, 'unknown')).toMatchObject({
      ...{ state: 'partial', tenants: 2, accounts: { complete: 1, of: 2 } },
    });
    expect(statusOf('unknown', 'also unknown')).toMatchObject({ state: 'none', fetchedAt: null });
    expect(statusOf(listId)).toEqual(store.status(listId));
    const unreadable = [1, 2].map((unreadableRows) => ({ ...statusOf(listId), unreadableRows }));
    expect(joinStatuses(unreadable).unreadableRows).toBe(3);
  });

  it('neither skip nor repeat tenants when one list is replaced between two pages', () => {
    const many = (from: number) => Array.from({ length: 40 }, (_, at) => makeTenant(from + at));
    saveRun(store, many(1), {}, listId);
    saveRun(store, many(1), {}, otherListId);
    saveRun(store, many(101), {}, third);
    const byName: Sort[] = [{ field: 'name', direction: 'ascending' }];
    for (const sort of [undefined, byName]) {
      saveRun(store, many(1), {}, listId);
      const query = { filter: {}, sort };
      const seen: string[] = [];
      const note = ({ tenants, listIds }: SavedPage) =>
        seen.push(...tenants.map(({ id }, at) => `${listIds[at] ?? ''} ${id}`));
      let page = store.list(all, { ...query, paging: { limit: 50 } });
      note(page);
      saveRun(store, many(1).slice(3), {}, listId);
      while (page.paging.next !== null) {
        page = store.list(all, {
          ...query,
          paging: { after: page.paging.next, limit: 50 },
        });
        note(page);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const left = [listId, otherListId, third].flatMap((ownId, at) =>
        many(at === 2 ? 101 : 1)
          .slice(at === 0 ? 3 : 0)
          .map(({ id }) => `${ownId} ${id}`),
      );
      expect(seen).toEqual(expect.arrayContaining(left));
    }
  });
});
