import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ages,
  dayAt,
  endOfDay,
  lastDayOf,
  lastMonths,
  periods,
  resolveDay,
  startOfDay,
} from '../../src-shared/days.ts';
import type { ValueCount } from '../../src-shared/facets.ts';
import { noFilter, parseFilter, stillNew } from '../../src-shared/filter-values.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { openStore, type RecordStore } from './record-store.ts';
import { reference } from './test-reference.ts';
import {
  listId,
  listAll,
  makeTenant,
  otherListId,
  saveAfresh,
  saveRun,
  StoreFolder,
} from './test-store.ts';
import { anyFilter, anyTenants } from './test-tenants.ts';
import { createClock } from '../../src-shared/time-zone.ts';

const clock = createClock('vietnam');

/** With this date, the tenants of the tests were created in the current year and the year before. */
const now = new Date('2024-01-05T00:00:00Z');

let folder: StoreFolder;
let store: RecordStore;
beforeAll(() => {
  folder = new StoreFolder();
  ({ store } = openStore(folder.path, { now: () => now }));
});
afterAll(() => {
  store.close();
  folder[Symbol.dispose]();
});

function countsOf(
  tenants: readonly ListRecord[],
  field: 'status' | 'connectionMethod' | 'ownerId',
): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { [field]: value } of tenants) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const toMap = (values: readonly ValueCount[]) =>
  new Map(values.map(({ value, count }) => [value, count]));

function isFalling(values: readonly ValueCount[]): boolean {
  return values.every(({ count }, at) => count <= (values[at - 1]?.count ?? Infinity));
}

describe('the facets of a list', () => {
  it('count what each further filter would show, whatever the current filter', () => {
    fc.assert(
      fc.property(anyTenants(60), anyFilter, (tenants, filter) => {
        saveAfresh(store, tenants);
        const facets = store.facets([listId], filter, clock);
        const without = (...own: (keyof Filter)[]) =>
          reference(
            [...tenants],
            Object.fromEntries(
              Object.entries(filter).filter(([key]) => !own.some((k) => k === key)),
            ),
            undefined,
          );
        const { statuses, connectionMethods, owners } = facets;
        expect(toMap(statuses)).toEqual(countsOf(without('statuses'), 'status'));
        expect(toMap(connectionMethods)).toEqual(
          countsOf(without('connectionMethods'), 'connectionMethod'),
        );
        const owned = countsOf(without('ownerIds'), 'ownerId');
        owned.delete(null);
        expect(toMap(owners.most)).toEqual(owned);
        expect(owners.count).toBe(owned.size);
        for (const values of [statuses, connectionMethods, owners.most]) {
          expect(isFalling(values)).toBe(true);
        }
        const today = dayAt(now, clock);
        const countIn = (found: ListRecord[], own: Filter) =>
          reference(found, own, undefined).length;
        for (const period of periods) {
          const from = startOfDay(resolveDay(period, today), clock) ?? '';
          const created = countIn(without('createdFrom', 'createdTo'), { createdFrom: from });
          expect(facets.created[period]).toBe(created);
          const changed = countIn(without('changedFrom', 'changedTo'), { changedFrom: from });
          expect(facets.changed[period]).toBe(changed);
        }
        for (const age of ages) {
          const to = endOfDay(resolveDay(age, today), clock) ?? '';
          const created = countIn(without('createdFrom', 'createdTo'), { createdTo: to });
          expect(facets.created[age]).toBe(created);
          const changed = countIn(without('changedFrom', 'changedTo'), { changedTo: to });
          expect(facets.changed[age]).toBe(changed);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of several values add up to what a filter by all of them finds', () => {
    const choice = fc.subarray([null, 'Z', 'P', 'N', 'Q'], { minLength: 1 });
    fc.assert(
      fc.property(anyTenants(60), choice, (tenants, statuses) => {
        saveAfresh(store, tenants);
        const chosen = store
          .facets([listId], {}, clock)
          .statuses.filter(({ value }) => statuses.includes(value));
        const found = store.list([listId], { filter: { statuses }, paging: { limit: 25 } }).total;
        expect(chosen.reduce((sum, { count }) => sum + count, 0)).toBe(found);
        expect(found).toBe(tenants.filter(({ status }) => statuses.includes(status)).length);
      }),
      { numRuns: 40 },
    );
  });

  it('name the owners with the most tenants and count the others', () => {
    const tenants = Array.from({ length: 120 }, (_, at) =>
      makeTenant(at + 1, { ownerId: at < 30 ? '7' : String(1000 + (at % 60)) }),
    );
    saveRun(store, tenants);
    const { owners } = store.facets([listId], {}, clock);
    expect(owners.most).toHaveLength(50);
    expect(owners.most[0]).toEqual({ value: '7', count: 30, name: null, hint: 'Tổng đài 1' });
    expect(owners.count).toBe(new Set(tenants.map(({ ownerId }) => ownerId)).size);
  });

  it('count only the new, changed or gone rows when the filter shows only these', () => {
    const newer = [makeTenant(1, { name: 'B' }), makeTenant(3, { status: 'Z' })];
    saveRun(store, [makeTenant(1), makeTenant(2, { status: 'N' })], {}, otherListId);
    saveRun(store, newer, {}, otherListId);
    const statusesOf = (change: Filter['change']) =>
      store.facets([otherListId], { change }, clock).statuses;
    expect(statusesOf('new')).toEqual([{ value: 'Z', count: 1 }]);
    expect(statusesOf('changed')).toEqual([{ value: 'P', count: 1 }]);
    expect(statusesOf('gone')).toEqual([{ value: 'N', count: 1 }]);
  });

  it('are refused when nothing is saved', () => {
    for (const query of [
      () => store.facets(['other'], {}, clock),
      () => store.overview([{ listId: 'other', accountId: 'other' }], {}, clock),
    ]) {
      expect(query).toThrow(expect.objectContaining({ code: 'nothing_saved' }));
    }
  });
});

describe('the overview of a list', () => {
  it('counts what the matching filters show, and adds up to the list', () => {
    fc.assert(
      fc.property(anyTenants(60), (tenants) => {
        saveAfresh(store, tenants);
        const overview = store.overview([{ listId, accountId: listId }], {}, clock);
        expect(overview.total).toBe(tenants.length);
        expect(toMap(overview.statuses)).toEqual(countsOf(tenants, 'status'));
        for (const { value, count } of overview.owners.most) {
          expect(count).toBe(tenants.filter(({ ownerId }) => ownerId === value).length);
        }
        const longAgo = parseFilter({ ...noFilter, ...stillNew }, clock, now);
        expect(overview.stillNew).toBe(listAll(store, longAgo).length);
        expect(overview.months.map(({ month }) => month)).toEqual(lastMonths(24, now, clock));
        for (const { month, count } of overview.months) {
          const span = {
            createdFrom: `${month}-01T00:00:00+07:00`,
            createdTo: `${lastDayOf(month)}T23:59:59.999999+07:00`,
          };
          expect(count).toBe(listAll(store, span).length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts a month from its first moment in Vietnamese time', () => {
    const at = (createdAt: string, id: number) => makeTenant(id, { createdAt });
    saveRun(store, [
      at('2023-11-30T16:59:59Z', 1),
      at('2023-11-30T17:00:00Z', 2),
      at('2023-12-31T16:59:59.999999Z', 3),
      at('2023-12-31T17:00:00Z', 4),
    ]);
    expect(
      store
        .overview([{ listId, accountId: listId }], {}, clock)
        .months.slice(-3)
        .map(({ count }) => count),
    ).toEqual([1, 2, 1]);
  });

  it('counts the tenants that are still newly created, in Vietnamese time and under the filter', () => {
    const lastOldMoment = '2023-12-06T16:59:59Z';
    saveRun(store, [
      makeTenant(1, { createdAt: lastOldMoment, status: 'Z', name: 'An Bình' }),
      makeTenant(2, { createdAt: lastOldMoment, status: 'Z', name: 'Đại Lộc' }),
      makeTenant(3, { createdAt: lastOldMoment, status: 'P' }),
      makeTenant(4, { createdAt: '2023-12-06T17:00:00Z', status: 'Z' }),
      makeTenant(5, { createdAt: null, status: 'Z' }),
    ]);
    const countOf = (filter: Filter) =>
      store.overview([{ listId, accountId: listId }], filter, clock).stillNew;
    expect(countOf({})).toBe(2);
    expect(countOf({ name: 'dai loc' })).toBe(1);
    expect(countOf({ statuses: ['P'] })).toBe(0);
  });
});
