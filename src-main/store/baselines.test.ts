import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseNames } from './database-names.ts';
import { endOf, TimedStore } from './test-history.ts';
import { listAll, listId, makeTenant, otherListId, readAllPages } from './test-store.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';

const accountId = 'a1';
const lists = [{ listId, accountId }];
const none = { new: 0, changed: 0, gone: 0 };
const hour = 3_600_000;

let timed: TimedStore;
beforeEach(() => {
  timed = new TimedStore();
});
afterEach(() => timed[Symbol.dispose]());

/** Saves a list an hour later, and returns when. */
function saveLater(ids: readonly number[], savedListId = listId): string {
  timed.now += hour;
  const tenants = ids.map((id) => makeTenant(id));
  return endOf({ run: timed.save(tenants, 'full', savedListId), list: tenants });
}

describe('a baseline', () => {
  it('has nothing to compare until the list was read twice', () => {
    const compared = { from: null, to: null, shown: [] };
    const nothing = { ...compared, counts: none, fields: [], wasExported: false };
    expect(timed.store.changes(lists, 'seen')).toEqual(nothing);
    expect(timed.store.countUnseen([listId])).toEqual([0]);
    saveLater([1, 2]);
    expect(timed.store.changes(lists, 'seen')).toEqual(nothing);
    expect(listAll(timed.store, { change: 'any' })).toEqual([]);
  });

  it('is the run before the last one, the first one, or the one that was seen or exported', () => {
    const { store } = timed;
    const first = saveLater([1, 2, 3]);
    const second = saveLater([1, 2, 3, 4]);
    const third = saveLater([1, 2, 4, 5]);
    const since = (baseline: string) => {
      const { from, to, counts } = store.changes(lists, baseline);
      expect(to).toBe(third);
      return { from, ...counts };
    };
    expect(since('lastRefresh')).toEqual({ from: second, new: 1, changed: 0, gone: 1 });
    const all = { from: first, new: 2, changed: 0, gone: 1 };
    expect(since('seen')).toEqual(all);
    expect(since('lastExport')).toEqual(all);
    expect(since(second)).toEqual({ from: second, new: 1, changed: 0, gone: 1 });
    expect(since('2026-01-05T09:30:00.5+07:00')).toEqual({ ...all, from: second, new: 1 });
    // Before the list was read, nothing is known.
    expect(since('2020-01-01T00:00:00Z')).toEqual(all);
    expect(since('2030-01-01T00:00:00Z')).toEqual({ from: third, ...none });

    const { shown } = store.changes(lists, 'seen');
    expect(store.countUnseen([listId, otherListId])).toEqual([3, 0]);
    const before = store.setSeen(listId, shown[0]?.runId ?? null);
    expect(since('seen')).toEqual({ from: third, ...none });
    expect(store.countUnseen([listId])).toEqual([0]);
    store.setSeen(listId, before);
    expect(since('seen')).toEqual(all);
    expect(store.changes(lists, 'seen').wasExported).toBe(false);
    store.setExported(listId, (shown[0]?.runId ?? 0) - 1);
    expect(store.changes(lists, 'seen').wasExported).toBe(true);
    expect(since('lastExport')).toEqual({ from: second, new: 1, changed: 0, gone: 1 });
  });

  it('goes by the order of the runs if the clock was set back', () => {
    const first = saveLater([1]);
    timed.now += 10 * hour;
    saveLater([1, 2]);
    timed.now -= 9 * hour;
    const third = saveLater([1, 2, 3]);
    expect(timed.store.changes(lists, third)).toMatchObject({ from: third, counts: none });
    expect(timed.store.changes(lists, first)).toMatchObject({ from: first, counts: { new: 2 } });
    expect(listAll(timed.store, { asOf: third })).toHaveLength(3);
  });

  it('tells its moments without reading the changes', () => {
    saveLater([1]);
    const second = saveLater([1, 2]);
    const third = saveLater([1, 2, 3]);
    const database = new DatabaseSync(join(timed.path, databaseNames.tenants));
    database.exec(`UPDATE tenant_change SET fields = '["no change"]'`);
    database.close();
    expect(() => timed.store.changes(lists, 'lastRefresh')).toThrow('A change is not readable');
    const { shown, ...moments } = timed.store.comparison(lists, 'lastRefresh');
    expect(moments).toEqual({ from: second, to: third });
    expect(shown).toEqual([{ accountId, runId: timed.store.status(listId).completeRun?.runId }]);
  });

  it('is found for each of several lists', () => {
    const first = saveLater([1]);
    saveLater([7], otherListId);
    saveLater([1, 2]);
    const last = saveLater([8, 7], otherListId);
    const both = [...lists, { listId: otherListId, accountId: 'a2' }];
    const { shown, ...summary } = timed.store.changes(both, 'seen');
    expect(summary).toEqual({
      ...{ from: first, to: last, counts: { ...none, new: 2 }, fields: [] },
      wasExported: false,
    });
    expect(shown.map((mark) => mark.accountId)).toEqual([accountId, 'a2']);
    const page = timed.store.list([listId, otherListId], {
      filter: { change: 'new', since: 'seen' },
      paging: { limit: 25 },
    });
    expect(page.tenants.map(({ id }) => id)).toEqual(['8', '2']);
    expect(page.listIds).toEqual([otherListId, listId]);
  });
});

it('lists changes and past lists in pages, in any order, forward and backward', () => {
  const names = ['An', 'Bình', 'Chi'];
  const tenants = Array.from({ length: 90 }, (_, at) => makeTenant(at + 1));
  timed.save(tenants);
  const asOf = new Date(timed.now).toISOString();
  for (const step of [0, 1, 2]) {
    timed.now += hour;
    const changed = tenants.map((tenant, at) =>
      at % 4 === step ? { ...tenant, name: names[at % 3] ?? '' } : tenant,
    );
    tenants.splice(
      0,
      tenants.length,
      ...changed.slice(step === 2 ? 10 : 0),
      makeTenant(900 + step),
    );
    timed.save(tenants);
  }
  const sorts: (Sort[] | undefined)[] = [
    undefined,
    [{ field: 'foundAt', direction: 'ascending' }],
    [
      { field: 'name', direction: 'descending' },
      { field: 'foundAt', direction: 'ascending' },
    ],
    [
      { field: 'foundAt', direction: 'descending' },
      { field: 'name', direction: 'ascending' },
    ],
  ];
  const filters: Filter[] = [
    { change: 'any', since: asOf },
    { change: 'gone', since: asOf },
    { asOf },
  ];
  for (const filter of filters) {
    for (const sort of sorts) {
      const all = listAll(timed.store, filter, sort);
      expect(all.length).toBeGreaterThan(9);
      const { forward, backward } = readAllPages(timed.store, { filter, sort }, 25);
      expect(forward.flatMap((page) => page.tenants)).toEqual(all);
      expect(backward.flatMap((page) => page.tenants)).toEqual(all);
    }
  }
});
