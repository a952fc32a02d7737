import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { pageSizes } from '../../src-shared/tenant-fields.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { AnnotationStore } from './annotations/annotation-store.ts';
import { openAnnotations } from './annotations/open-annotations.ts';
import { openStore, type RecordStore } from './record-store.ts';
import {
  anyAnnotatedFilter,
  anyAnnotatedSort,
  anyOwnWords,
  withOwnWords,
  type OwnWords,
} from './test-own-words.ts';
import { reference } from './test-reference.ts';
import {
  listAll,
  listId,
  makeTenant,
  otherListId,
  readAllPages,
  saveAfresh,
  saveRun,
  StoreFolder,
} from './test-store.ts';
import { anyTenants } from './test-tenants.ts';

const clock = createClock('vietnam');

let folder: StoreFolder;
let annotations: AnnotationStore;
let store: RecordStore;
/** The last time that was returned. */
let time = 0;

/** Returns a later time with each call, so that no two runs end in the same millisecond. */
function now(): Date {
  time = Math.max(time + 1, Date.now());
  return new Date(time);
}

beforeAll(() => {
  folder = new StoreFolder();
  ({ annotations } = openAnnotations(folder.path));
  const annotationsOf = (id: string) => annotations.ofList(id);
  ({ store } = openStore(folder.path, { annotationsOf, now }));
});
afterAll(() => {
  store.close();
  annotations.close();
  folder[Symbol.dispose]();
});

/** Replaces all annotations and names of the list. */
function annotate(tenants: readonly ListRecord[], own: OwnWords): void {
  annotations.removeLists(listId);
  annotations.restore({
    annotations: tenants.flatMap(({ id }, at) => {
      const annotation = own.annotations[at] ?? null;
      return id === '' || annotation === null ? [] : [{ listId, tenantId: id, annotation }];
    }),
    ownerNames: [],
  });
  for (const { ownerId, name } of own.ownerNames) annotations.nameOwner([listId], ownerId, name);
}

describe('a list with annotations', () => {
  it('has the same pages as plain arrays, read forward and backward, for any query', () => {
    fc.assert(
      fc.property(
        anyTenants(60),
        anyOwnWords,
        fc.array(
          fc.record({
            filter: anyAnnotatedFilter,
            sort: anyAnnotatedSort,
            limit: fc.constantFrom(...pageSizes),
          }),
          { minLength: 4, maxLength: 8 },
        ),
        (tenants, own, queries) => {
          saveAfresh(store, tenants);
          annotate(tenants, own);
          const listed = withOwnWords(tenants, own);
          for (const { filter, sort, limit } of queries) {
            const expected = reference([...listed], filter, sort);
            const { forward, backward } = readAllPages(store, { filter, sort }, limit);
            for (const pages of [forward, backward]) {
              expect(pages.flatMap((page) => page.tenants)).toEqual(expected);
            }
            expect(listAll(store, filter, sort)).toEqual(expected);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('shows each change at once', () => {
    fc.assert(
      fc.property(
        anyTenants(20),
        fc.array(anyOwnWords, { minLength: 2, maxLength: 4 }),
        anyAnnotatedFilter,
        (tenants, states, filter) => {
          saveAfresh(store, tenants);
          for (const own of states) {
            annotate(tenants, own);
            const expected = reference(withOwnWords(tenants, own), filter, undefined);
            expect(listAll(store, filter)).toEqual(expected);
            const { tags, starred, noted } = store.facets([listId], {}, clock);
            const all = withOwnWords(tenants, own);
            const count = (wanted: Filter) => reference([...all], wanted, undefined).length;
            expect(starred).toBe(count({ isStarred: true }));
            expect(noted).toBe(count({ hasNote: true }));
            for (const { value, count: found } of tags) {
              expect(found).toBe(count({ tags: [value] }));
            }
            const untagged = tags.find(({ value }) => value === null)?.count ?? 0;
            expect(untagged).toBe(count({ tags: [null] }));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has the annotations in the changes, in the past and among several lists, also of tenants that are gone', () => {
    const [first, second, third] = [1, 2, 3].map((id) => makeTenant(id, { name: `Khách ${id}` }));
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    annotations.removeLists(listId);
    saveRun(store, [], {}, otherListId);
    saveRun(store, [third], {}, otherListId);
    saveAfresh(store, [first, second]);
    const before = now().toISOString();
    annotations.annotate([{ listId, tenantId: '2' }], { note: 'gọi lại', addTags: ['VIP'] });
    saveRun(store, [first]);
    const noted = (filter: Filter, listIds = [listId]) =>
      store
        .list(listIds, { filter, paging: { limit: 25 } })
        .tenants.map(({ id, annotation }) => [id, annotation?.note]);
    expect(noted({ name: 'khach goi' })).toEqual([]);
    expect(noted({ change: 'gone', name: 'goi lai' })).toEqual([['2', 'gọi lại']]);
    expect(noted({ asOf: before, name: 'khach goi' })).toEqual([['2', 'gọi lại']]);
    expect(noted({ asOf: before, tags: ['vip'] })).toEqual([['2', 'gọi lại']]);
    expect(store.details(listId, '2').tenant.annotation?.note).toBe('gọi lại');
    // The same id in another list is another tenant.
    saveRun(store, [second, third], {}, otherListId);
    saveRun(store, [first, second]);
    expect(noted({ name: 'khach goi' }, [otherListId, listId])).toEqual([['2', 'gọi lại']]);
    expect(noted({}, [otherListId, listId])).toEqual([
      ['2', undefined],
      ['3', undefined],
      ['1', undefined],
      ['2', 'gọi lại'],
    ]);
  });

  it('finds notes in the past as well where the name was another one', () => {
    annotations.removeLists(listId);
    const tenant = makeTenant(1, { name: 'Cửa hàng đỏ' });
    saveAfresh(store, [tenant, makeTenant(2)]);
    const before = now().toISOString();
    saveRun(store, [{ ...tenant, name: 'Cửa hàng xanh' }, makeTenant(2)]);
    annotations.annotate([{ listId, tenantId: '1' }], { note: 'gọi lại' });
    const idsOf = (name: string, asOf?: string) =>
      listAll(store, { name, ...(asOf !== undefined && { asOf }) }).map(({ id }) => id);
    expect(idsOf('do goi')).toEqual([]);
    expect(idsOf('xanh goi')).toEqual(['1']);
    expect(idsOf('do goi', before)).toEqual(['1']);
    expect(idsOf('xanh goi', before)).toEqual([]);
  });

  it('names owners, and says of each which of its tenants was created first', () => {
    const at = (day: number) => ({ createdAt: `2024-01-0${day}T00:00:00Z` });
    saveAfresh(store, [
      makeTenant(1, { ownerId: '7', name: 'Later', ...at(3) }),
      makeTenant(2, { ownerId: '7', name: 'First', ...at(1) }),
      makeTenant(3, { ownerId: '8', name: 'Other', ...at(2) }),
    ]);
    annotations.removeLists(listId);
    annotations.nameOwner([listId], '8', 'Anh Minh');
    expect(store.facets([listId], {}, clock).owners.most).toEqual([
      { value: '7', count: 2, name: null, hint: 'First' },
      { value: '8', count: 1, name: 'Anh Minh', hint: 'Other' },
    ]);
    expect(store.details(listId, '1').ofSameOwner).toMatchObject({
      count: 1,
      tenants: [{ id: '2' }],
    });
    expect(listAll(store, { name: 'minh' }).map(({ id }) => id)).toEqual(['3']);
  });

  it('lists owners that have a name, whatever the number of their tenants', () => {
    const tenants = Array.from({ length: 120 }, (_, at) =>
      makeTenant(at + 1, { ownerId: String(1000 + (at % 60)) }),
    );
    saveAfresh(store, [...tenants, makeTenant(121, { ownerId: '7' })]);
    annotations.removeLists(listId);
    annotations.nameOwner([listId], '7', 'Anh Minh');
    const { most, count } = store.facets([listId], {}, clock).owners;
    expect(most).toHaveLength(51);
    expect(most.at(-1)).toMatchObject({ value: '7', count: 1, name: 'Anh Minh' });
    expect(count).toBe(61);
    expect(store.overview([{ listId, accountId: 'a' }], {}, clock).owners.most).toHaveLength(8);
  });

  it('keeps the annotations of a snapshot while they change', () => {
    saveAfresh(store, [makeTenant(1)]);
    annotations.removeLists(listId);
    annotations.annotate([{ listId, tenantId: '1' }], { note: 'before' });
    using snapshot = store.snapshot([listId]);
    annotations.annotate([{ listId, tenantId: '1' }], { note: 'after' });
    const notes = [...snapshot.tenants({ filter: {} })].flatMap(({ tenants }) =>
      tenants.map(({ annotation }) => annotation?.note),
    );
    expect(notes).toEqual(['before']);
    expect(listAll(store)[0]?.annotation?.note).toBe('after');
  });
});
