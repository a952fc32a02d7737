import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordStore } from './record-store.ts';
import { listAll, listId, makePage, makeTenant, saveQuickRun, saveRun } from './test-store.ts';
import { at, minute, nine, openTimedStore } from './test-timed-store.ts';

let store: RecordStore;
let clock: { now: number };
let close: () => void;
beforeEach(() => {
  ({ store, clock, close } = openTimedStore());
});
afterEach(() => close());

const updated = (id: number, minutes: number, changes: Partial<ListRecord> = {}) =>
  makeTenant(id, { updatedAt: at(minutes), ...changes });
const three = [updated(1, -100), updated(2, -50), updated(3, -30)];

describe('a quick run', () => {
  it('updates and adds tenants, and removes none', () => {
    saveRun(store, three);
    clock.now += 15 * minute;
    const tenants = [updated(4, 5, { name: 'An' }), updated(1, 3, { status: 'N' }), updated(2, 2)];
    const run = saveQuickRun(store, tenants, new Date(clock.now - minute));
    expect(run).toMatchObject({
      ...{ kind: 'quick', isComplete: true, rows: 3, pages: 1, milliseconds: 10 },
      changes: { new: 1, changed: 1, gone: 0 },
      periods: [{ from: at(14), to: at(15) }],
    });
    expect(listAll(store)).toEqual([tenants[1], tenants[2], three[2], tenants[0]]);
    expect(listAll(store, {}, [{ field: 'name', direction: 'ascending' }])[0]?.id).toBe('4');
    expect(store.status(listId)).toMatchObject({
      ...{ fetchedAt: at(14), readInFullAt: at(0) },
      ...{ completeRun: { kind: 'full' }, quickRefreshOff: null },
    });
    // The history keeps the newer time. A newer time alone is not a change.
    expect(store.details(listId, '2').history).toMatchObject([
      { kind: 'changed', fields: [{ field: 'updatedAt' }] },
    ]);
  });

  it('without news does not change the list', () => {
    saveRun(store, three);
    const before = store.list([listId], { filter: {}, paging: { limit: 25 } });
    clock.now += 15 * minute;
    expect(saveQuickRun(store, [updated(3, -30)], new Date(clock.now)).changes.changed).toBe(0);
    expect(store.list([listId], { filter: {}, paging: { limit: 25 } })).toEqual({
      ...before,
      fetchedAt: at(15),
    });
  });

  it('knows which rows are in the list', () => {
    expect(store.areInList(listId, three)).toEqual([false, false, false]);
    saveRun(store, three);
    const asked = [updated(3, -30), updated(3, -29), updated(4, -30), makeTenant('')];
    expect(store.areInList(listId, asked)).toEqual([true, false, false, false]);
  });
});

describe('the time before which a quick run does not look', () => {
  const limit = () => {
    const time = store.quickCutoff(listId);
    return time === null ? null : new Date(time).toISOString();
  };

  it('is ten minutes and the length of the run before the newest update', () => {
    expect(limit()).toBeNull();
    const runId = store.beginRun(listId, {});
    store.addPage(runId, makePage(three.slice(0, 2), 'c1'));
    clock.now += 20 * minute;
    store.addPage(runId, makePage(three.slice(2)));
    store.completeRun(runId);
    expect(limit()).toBe(at(-30 - 20 - 10));
    // What a filtered run has read says nothing about the other tenants.
    saveRun(store, [updated(1, 19)], { ownerId: '1' });
    expect(limit()).toBe(at(-60));
    saveQuickRun(store, [{ ...three[0], ...updated(1, 19) }], new Date(clock.now));
    expect(Date.parse(limit() ?? '')).toBe(nine + 9 * minute - 10);
  });

  it('is unknown if no tenant has a time', () => {
    saveRun(store, [makeTenant(1, { updatedAt: null }), makeTenant(2, { updatedAt: 'soon' })]);
    expect(limit()).toBeNull();
  });
});

describe('a full run', () => {
  const off = () => store.status(listId).quickRefreshOff;

  it.each([
    ['a change that kept its time', [updated(1, -100, { name: 'B' }), three[1], three[2]]],
    ['a new tenant with an old time', [...three, updated(4, -41)]],
    ['a change without a time', [...three.slice(1), { ...makeTenant(1), updatedAt: null }]],
  ])('switches quick runs off after %s', (_, tenants) => {
    saveRun(store, three);
    clock.now += minute;
    saveRun(
      store,
      tenants.filter((tenant) => tenant !== undefined),
    );
    expect(off()).toEqual({ reason: 'missed', at: at(1) });
    store.setQuickOff(listId, 'unsorted');
    saveRun(store, three);
    expect(off()).toEqual({ reason: 'missed', at: at(1) });
  });

  it('leaves quick runs off until seven days have passed without a reason against them', () => {
    const day = 24 * 60 * minute;
    const anyDays = fc.array(
      fc.record({ days: fc.integer({ min: 0, max: 9 }), misses: fc.boolean() }),
    );
    fc.assert(
      fc.property(anyDays, (runs) => {
        const timed = openTimedStore();
        let id = 3;
        let expected: { reason: 'missed'; at: string } | null = null;
        saveRun(timed.store, three);
        const tenants = [...three];
        for (const { days, misses } of runs) {
          timed.clock.now += days * day;
          if (misses) tenants.push(updated(++id, -200));
          saveRun(timed.store, tenants);
          const now = new Date(timed.clock.now).toISOString();
          if (misses) expected = { reason: 'missed', at: now };
          else if (expected !== null && timed.clock.now - Date.parse(expected.at) >= 7 * day) {
            expected = null;
          }
          expect(timed.store.status(listId).quickRefreshOff).toEqual(expected);
        }
        timed.close();
      }),
      { numRuns: 20 },
    );
  });

  it('leaves quick runs on if they would have found everything but the gone tenants', () => {
    saveRun(store, three);
    saveRun(store, [updated(1, 5, { name: 'B' }), updated(2, -50), updated(4, -39)]);
    expect(off()).toBeNull();
    store.setQuickOff(listId, 'unsorted');
    expect(off()).toEqual({ reason: 'unsorted', at: at(0) });
  });
});
