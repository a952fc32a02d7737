import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Change } from '../../src-shared/changes.ts';
import { changeKinds, tenantFields } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { valueOf } from '../../src-shared/record-values.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { anyHistory, endOf, TimedStore, type Moment } from './test-history.ts';
import { areEqual, reference } from './test-reference.ts';
import { listAll, listId, makeTenant, otherListId } from './test-store.ts';
import { anyFilter, anySort } from './test-tenants.ts';

const lists = [{ listId, accountId: 'a1' }];
/** Each history needs a list of its own. */
let histories = 0;
const clock = createClock('vietnam');

let timed: TimedStore;
beforeEach(() => {
  timed = new TimedStore();
});
afterEach(() => timed[Symbol.dispose]());

const byId = (a: ListRecord, b: ListRecord) => Number(a.id) - Number(b.id);
const find = (list: readonly ListRecord[], id: string) => list.find((tenant) => tenant.id === id);

/** Compares the list of a moment with the last one, with plain arrays. */
function changesSince(moment: Moment, moments: readonly Moment[]) {
  const before = moment.list;
  const after = moments.at(-1)?.list ?? [];
  const found: { tenant: ListRecord; kind: Change['kind']; fields: Change['fields'] }[] = [];
  for (const tenant of after) {
    const old = find(before, tenant.id);
    if (old === undefined) {
      found.push({ tenant, kind: 'new', fields: [] });
      continue;
    }
    const fields = tenantFields
      .filter(
        (field) =>
          field !== 'updatedAt' && !areEqual(field, valueOf(old, field), valueOf(tenant, field)),
      )
      .map((field) => ({
        field,
        before: valueOf(old, field),
        after: valueOf(tenant, field),
      }));
    if (fields.length > 0) found.push({ tenant, kind: 'changed', fields });
  }
  for (const { id } of before) {
    if (find(after, id) !== undefined) continue;
    // It is shown as it was last listed.
    const listed = moments.map(({ list }) => find(list, id));
    const tenant = listed.findLast((one) => one !== undefined) ?? makeTenant(id);
    found.push({ tenant, kind: 'gone', fields: [] });
  }
  return found.sort((a, b) => byId(a.tenant, b.tenant));
}

/** Lists changes without the times at which they were found. */
function listChanges(filter: Filter, savedListId: string) {
  return listAll(timed.store, filter, undefined, savedListId)
    .map(({ change, ...tenant }) => ({ tenant, kind: change?.kind, fields: change?.fields }))
    .sort((a, b) => byId(a.tenant, b.tenant));
}

describe('the list as it was', () => {
  it('is the one that each run left, whatever has changed since', () => {
    fc.assert(
      fc.property(anyHistory, anyFilter, anySort, (steps, filter, sort) => {
        const own = `history ${histories++}`;
        for (const moment of timed.play(steps, own)) {
          const asOf = endOf(moment);
          expect(listAll(timed.store, { asOf }, undefined, own).sort(byId)).toEqual(
            moment.list.toSorted(byId),
          );
          const expected = reference([...moment.list], filter, sort);
          const found = listAll(timed.store, { ...filter, asOf }, sort, own);
          if (sort === undefined) expect(found.sort(byId)).toEqual(expected.sort(byId));
          else expect(found).toEqual(expected);
          const overview = timed.store.overview(
            [{ listId: own, accountId: own }],
            { ...filter, asOf },
            clock,
          );
          expect(overview.total).toBe(expected.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('can be searched in a past list by the words that it had', () => {
  timed.save([makeTenant(1, { name: 'Công ty An' }), makeTenant(2, { name: 'Bình' })]);
  const asOf = new Date(timed.now).toISOString();
  timed.now += 1000;
  timed.save([makeTenant(1, { name: 'Bình' }), makeTenant(2, { name: '🏪' })]);
  const ids = (filter: Filter) => listAll(timed.store, filter).map(({ id }) => id);
  expect(ids({ name: 'cong an', asOf })).toEqual(['1']);
  expect(ids({ name: 'bình', asOf })).toEqual(['2']);
  expect(ids({ name: '🏪', asOf })).toEqual([]);
  expect(ids({ name: 'bình' })).toEqual(['1']);
});

it.each([
  ['x ', 500],
  ['🏪 ', 500],
])('finds in a past list what it finds in the list now, in long names of %j', (part, times) => {
  const ids = (filter: Filter) => listAll(timed.store, filter).map(({ id }) => id);
  const start = part.repeat(times - 2);
  const [found, cut] = [`${start}an binh`, `${start}${part}${part}binh`];
  timed.save([makeTenant(1, { name: found }), makeTenant(2, { name: cut })]);
  const now = ids({ name: 'b' });
  const asOf = new Date(timed.now).toISOString();
  timed.now += 1000;
  timed.save([makeTenant(1, { name: 'c' }), makeTenant(2, { name: 'c' })]);
  expect(now).toEqual(['1']);
  expect(ids({ name: 'b', asOf })).toEqual(now);
});

describe('the changes since a moment', () => {
  it('are the differences between the two lists, whatever happened in between', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const own = `history ${histories++}`;
        const moments = timed.play(steps, own);
        for (const moment of moments) {
          const since = endOf(moment);
          const expected = changesSince(moment, moments);
          expect(listChanges({ change: 'any', since }, own)).toEqual(expected);
          if (moments.length === 1) continue;
          const { counts, fields } = timed.store.changes([{ listId: own, accountId: own }], since);
          for (const kind of changeKinds) {
            const ofKind = expected.filter((change) => change.kind === kind);
            expect(listChanges({ change: kind, since }, own)).toEqual(ofKind);
            expect(counts[kind]).toBe(ofKind.length);
          }
          for (const { field, count } of fields) {
            const withField = expected.filter((change) =>
              change.fields.some((one) => one.field === field),
            );
            expect(listChanges({ change: 'any', since, changedField: { field } }, own)).toEqual(
              withField,
            );
            expect(count).toBe(withField.length);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('can be selected by their kind, the field and the new value, and by the values of the tenants', () => {
    const { store } = timed;
    timed.save([makeTenant(1), makeTenant(2), makeTenant(3), makeTenant(4, { status: 'N' })]);
    timed.now += 1000;
    const disabled = { status: 'N', updatedAt: '2026-01-05T00:00:00Z' };
    timed.save([
      makeTenant(1, disabled),
      makeTenant(2, { status: 'Z', name: 'Mới' }),
      makeTenant(3, { updatedAt: '2026-01-05T00:00:00Z' }),
      makeTenant(5, disabled),
    ]);
    const ids = (filter: Filter) => listAll(store, filter).map(({ id }) => id);
    expect(ids({ change: 'any' })).toEqual(['1', '2', '5', '4']);
    expect(ids({ change: 'any', changedField: { field: 'status' } })).toEqual(['1', '2']);
    expect(ids({ change: 'changed', changedField: { field: 'status', after: 'N' } })).toEqual([
      '1',
    ]);
    expect(ids({ change: 'any', statuses: ['N'] })).toEqual(['1', '5', '4']);
    expect(ids({ change: 'any', name: 'moi' })).toEqual(['2']);
    expect(store.changes(lists, 'lastRefresh')).toMatchObject({
      counts: { new: 1, changed: 2, gone: 1 },
      fields: [
        { field: 'status', count: 2 },
        { field: 'name', count: 1 },
      ],
    });
    const { statuses } = store.facets([listId], { change: 'any' }, clock);
    expect(statuses).toEqual([
      { value: 'N', count: 3 },
      { value: 'Z', count: 1 },
    ]);
  });

  it('come newest first, page by page, also from several lists', () => {
    const { store } = timed;
    const names = ['An', 'Bình', 'Chi', 'Dũng'];
    for (const savedList of [listId, otherListId]) {
      timed.save([makeTenant(1), makeTenant(2), makeTenant(3)], 'full', savedList);
    }
    const since = new Date(timed.now).toISOString();
    const found: string[] = [];
    for (const [at, name] of names.entries()) {
      for (const savedList of [listId, otherListId]) {
        timed.now += 1000;
        const tenants = Array.from({ length: 20 }, (_, n) =>
          makeTenant(100 * (at + 1) + n, { name }),
        );
        timed.save(tenants, 'quick', savedList);
        found.unshift(...tenants.map(({ id }) => `${savedList} ${id}`));
      }
    }
    const filter = { change: 'any', since } as const;
    const pages: string[][] = [];
    for (let after: string | null | undefined; after !== null;) {
      const paging = { limit: 25, ...(after !== undefined && { after }) } as const;
      const page = store.list([listId, otherListId], { filter, paging });
      pages.push(page.tenants.map(({ id }, at) => `${page.listIds[at] ?? ''} ${id}`));
      after = page.paging.next;
      const first = page.tenants[0]?.change;
      expect(first?.kind).toBe('new');
    }
    expect(pages.map(({ length }) => length)).toEqual([25, 25, 25, 25, 25, 25, 10]);
    expect(pages.flat()).toEqual(found);
  });

  it.each([1_999, 2_000, 2_001])(
    'are all found if a refresh finds %d of them, some with long values',
    (count) => {
      const long = 'ộ'.repeat(2_000);
      const tenants = (name: string) =>
        Array.from({ length: count }, (_, at) =>
          makeTenant(at + 1, { name: at % 7 === 0 ? `${long} ${name}` : name }),
        );
      timed.save(tenants('before'));
      const since = new Date(timed.now).toISOString();
      timed.now += 1000;
      timed.save(tenants('after'));
      const newer = tenants('after');
      const expected = tenants('before').map(({ id, name }, at) => ({
        id,
        fields: [{ field: 'name', before: name, after: newer[at]?.name }],
      }));
      const found = listChanges({ change: 'changed', since }, listId);
      expect(found.map(({ tenant, fields }) => ({ id: tenant.id, fields }))).toEqual(expected);
      expect(timed.store.changes(lists, since).counts).toEqual({ new: 0, changed: count, gone: 0 });
    },
  );
});
