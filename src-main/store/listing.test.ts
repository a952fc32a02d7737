import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paging, Sort } from '../../src-shared/list-tenants.ts';
import { pageSizes } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { openStore, type RecordStore } from './record-store.ts';
import { reference } from './test-reference.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import {
  listId,
  listAll,
  makeTenant,
  saveAfresh,
  saveRun,
  StoreFolder,
  readAllPages,
} from './test-store.ts';
import { anyFilter, anySort, anyTenants } from './test-tenants.ts';

let store: RecordStore;
prepareTestStore(
  (opened) => {
    store = opened;
  },
  { isShared: true },
);

describe('a list', () => {
  it('has the same pages as plain arrays, read forward and backward, for any query', () => {
    fc.assert(
      fc.property(
        anyTenants(130),
        fc.array(
          fc.record({ filter: anyFilter, sort: anySort, limit: fc.constantFrom(...pageSizes) }),
          {
            minLength: 4,
            maxLength: 8,
          },
        ),
        (tenants, queries) => {
          saveAfresh(store, tenants);
          for (const { filter, sort, limit } of queries) {
            const expected = reference([...tenants], filter, sort);
            const { forward, backward } = readAllPages(store, { filter, sort }, limit);
            for (const pages of [forward, backward]) {
              expect(pages.flatMap((page) => page.tenants)).toEqual(expected);
              expect(pages.every((page) => page.total === expected.length)).toBe(true);
            }
            expect(listAll(store, filter, sort)).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['🏪', ['1', '2']],
    ['🏪🏪', ['2']],
    ['🏬', []],
    ['%', ['3']],
    ['_', ['4']],
    ['"', ['4']],
    ['—', ['5']],
    ['...', ['5']],
    ['— ...', ['5']],
    ['\u0301', []],
    ['\u200b', ['6']],
    ['  ', ['1', '2', '3', '4', '5', '6']],
    ['🏪 an', ['1']],
  ])('finds a search without words literally: %j', (name, ids) => {
    const names = ['🏪 An', '🏪🏪', 'Giảm 50%', 'a_b "c"', 'Hà Nội — ...', 'Hà\u200bNội'];
    saveRun(
      store,
      names.map((name, at) => makeTenant(at + 1, { name, domain: '' })),
    );
    expect(listAll(store, { name }).map(({ id }) => id)).toEqual(ids);
    const page = store.list([listId], { filter: { name }, paging: { limit: 25 } });
    expect(page.total).toBe(ids.length);
  });

  it('has the same page as plain arrays at any offset', () => {
    fc.assert(
      fc.property(
        anyTenants(60),
        anyFilter,
        anySort,
        fc.nat(70),
        (tenants, filter, sort, offset) => {
          saveAfresh(store, tenants);
          const expected = reference([...tenants], filter, sort);
          const page = store.list([listId], { filter, sort, paging: { offset, limit: 25 } });
          expect(page.tenants).toEqual(expected.slice(offset, offset + 25));
          expect(page.total).toBe(expected.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('continues with a cursor after a page at an offset', () => {
    saveRun(
      store,
      Array.from({ length: 80 }, (_, at) => makeTenant(at + 1)),
    );
    const idsOf = (paging: Paging) => {
      const page = store.list([listId], { filter: {}, paging });
      return { ids: page.tenants.map(({ id }) => id), ...page.paging };
    };
    const { ids, next, prev } = idsOf({ offset: 30, limit: 25 });
    expect([ids.at(0), ids.at(-1)]).toEqual(['31', '55']);
    expect(idsOf({ after: next ?? '', limit: 25 }).ids.at(0)).toBe('56');
    expect(idsOf({ before: prev ?? '', limit: 25 }).ids.at(-1)).toBe('30');
  });

  it('has the same rows as plain arrays while the first run appends to it', () => {
    fc.assert(
      fc.property(anyTenants(60), anyFilter, anySort, (tenants, filter, sort) => {
        using own = new StoreFolder();
        const { store: first } = openStore(own.path);
        const runId = first.beginRun(listId, {});
        const page = { unreadable: [], cursor: 'next', milliseconds: 1 };
        for (let at = 0; at < tenants.length; at += 20) {
          const rows = tenants.slice(at, at + 20).map((tenant) => ({ tenant, raw: '{}' }));
          first.addPage(runId, { ...page, rows });
          const expected = reference(tenants.slice(0, at + 20), filter, sort);
          expect(listAll(first, filter, sort)).toEqual(expected);
          expect(first.list([listId], { filter, sort, paging: { limit: 25 } })).toMatchObject({
            tenants: expected.slice(0, 25),
            total: expected.length,
          });
        }
        first.close();
      }),
      { numRuns: 30 },
    );
  });

  it('neither skips nor repeats remaining tenants when it is replaced between two pages', () => {
    fc.assert(
      fc.property(anyTenants(90), anySort, fc.func(fc.nat(9)), (rows, sort, chance) => {
        const tenants = rows.filter(({ id }) => id !== '');
        const stays = ({ id }: ListRecord) => chance(id) > 1;
        const others = Array.from({ length: 9 }, (_, at) => makeTenant(`5000${at}`));
        const after = [...others.slice(0, 4), ...tenants.filter(stays), ...others.slice(4)];
        saveAfresh(store, tenants);
        const query = { filter: {}, sort };
        const first = store.list([listId], { ...query, paging: { limit: 25 } });
        saveAfresh(store, after);
        const seen = [...first.tenants];
        for (let { next } = first.paging; next !== null;) {
          const page = store.list([listId], { ...query, paging: { after: next, limit: 25 } });
          seen.push(...page.tenants);
          ({ next } = page.paging);
        }
        const ids = seen.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(tenants.filter(stays).map(({ id }) => id)));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an invalid cursor, and a cursor of another sort order', () => {
    saveRun(
      store,
      Array.from({ length: 30 }, (_, at) => makeTenant(at + 1)),
    );
    const sort: Sort[] = [{ field: 'name', direction: 'ascending' }];
    const { next } = store.list([listId], { filter: {}, sort, paging: { limit: 25 } }).paging;
    for (const after of ['', 'x', 'bnVsbA', next ?? '']) {
      expect(() => store.list([listId], { filter: {}, paging: { after, limit: 25 } })).toThrow(
        expect.objectContaining({ code: 'request_refused' }),
      );
    }
  });

  it('shows matches with the same accents before the others, each newest first', () => {
    const names = ['Cong ty', 'Công ty', 'Công ty'.normalize('NFD'), 'CÔNG TY', 'Cộng tỷ'];
    saveRun(
      store,
      names.map((name, at) =>
        makeTenant(at + 1, { name, createdAt: `2026-0${at + 1}-01T00:00:00Z` }),
      ),
    );
    const idsOf = (name: string) => listAll(store, { name }).map(({ id }) => id);
    expect(idsOf('công ty')).toEqual(['4', '3', '2', '5', '1']);
    expect(idsOf('cong ty')).toEqual(['1', '5', '4', '3', '2']);
    expect(idsOf('cộng')).toEqual(['5', '4', '3', '2', '1']);
    const ascending: Sort[] = [{ field: 'createdAt', direction: 'ascending' }];
    expect(listAll(store, { name: 'công ty' }, ascending).map(({ id }) => id)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
});
