import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordStore } from './record-store.ts';
import { listAll, listId, makePage, makeTenant, saveQuickRun, saveRun } from './test-store.ts';
import { at, minute, openTimedStore } from './test-timed-store.ts';

let store: RecordStore;
let clock: { now: number };
let close: () => void;
beforeEach(() => {
  ({ store, clock, close } = openTimedStore());
});
afterEach(() => close());

describe('of two rows with the same id', () => {
  const old = makeTenant(1, { name: 'Old', updatedAt: '2024-01-02T03:04:05Z' });
  const newer = makeTenant(1, { name: 'Newer', updatedAt: '2024-01-02T03:04:05.5Z' });

  it.each([
    ['the newer one follows', [old, newer], 'Newer'],
    ['the newer one comes first', [newer, old], 'Newer'],
    ['one has no time', [{ ...old, updatedAt: null }, newer], 'Newer'],
    ['the other one has no time', [newer, { ...old, updatedAt: null }], 'Newer'],
    ['both are as old', [old, { ...newer, updatedAt: '2024-01-02T10:04:05+07:00' }], 'Old'],
  ])('the one that was updated later wins if %s', (_, rows, name) => {
    // On one page, and on two.
    saveRun(store, rows);
    expect(listAll(store)[0]?.name).toBe(name);
    const runId = store.beginRun(listId, {});
    for (const row of rows) store.addPage(runId, makePage([row], 'next'));
    expect(store.completeRun(runId)).toMatchObject({ rows: 1, duplicates: 1 });
    expect(listAll(store)[0]?.name).toBe(name);
  });

  it('the list sorts and searches by the values that it shows, while it is read and later', () => {
    const many = Array.from({ length: 1100 }, (_, index) => makeTenant(index + 1));
    const later = makeTenant(3, { name: 'Đà Nẵng', updatedAt: '2025-01-01T00:00:00Z' });
    const runId = store.beginRun(listId, {});
    const expectFound = () => {
      const found = listAll(store, { name: 'da nang' });
      expect(found).toEqual([later]);
      expect(listAll(store, {}, [{ field: 'name', direction: 'ascending' }])[0]).toEqual(later);
    };
    store.addPage(runId, makePage(many, 'c1'));
    expect(listAll(store, { name: 'da nang' })).toEqual([]);
    expect(listAll(store, {}, [{ field: 'name', direction: 'ascending' }])[0]?.id).toBe('1');
    store.addPage(runId, makePage([later], 'c2'));
    expectFound();
    store.completeRun(runId);
    expectFound();
  });

  it('is read like one list of the newest rows', () => {
    const anyRow = fc.record({
      id: fc.constantFrom('1', '2', '3', ''),
      updatedAt: fc.constantFrom(null, '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', 'soon'),
      name: fc.constantFrom('A', 'B', 'C'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyRow, { maxLength: 6 }), { maxLength: 4 }), (pages) => {
        const time = ({ updatedAt }: ListRecord) => Date.parse(updatedAt ?? '') || 0;
        const expected: ListRecord[] = [];
        const runId = store.beginRun('any', {});
        for (const page of pages) {
          const tenants = page.map(({ id, ...values }) => makeTenant(id, values));
          store.addPage(runId, makePage(tenants));
          for (const tenant of tenants) {
            const known = expected.findIndex(({ id }) => id !== '' && id === tenant.id);
            const other = expected[known];
            if (other === undefined) expected.push(tenant);
            else if (time(tenant) > time(other)) expected[known] = tenant;
          }
        }
        try {
          store.completeRun(runId);
        } catch {
          store.decideShrunkRun('any', runId, true);
        }
        const listed = listAll(store, {}, undefined, 'any');
        // Tenants that a row without an id may be come last.
        expect(listed.slice(0, expected.length)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an interrupted run', () => {
  function interrupt(): number {
    const runId = store.beginRun(listId, {});
    clock.now += minute;
    store.addPage(runId, makePage([makeTenant(1)], 'c1'));
    store.interruptRun(runId, 'unreachable');
    return runId;
  }
  const isResumable = () => {
    const run = store.resumableRun(listId);
    expect(store.status(listId).interruptedRun?.runId).toBe(run?.runId);
    return run !== null;
  };

  it('says when each part was read, and is as old as its oldest page', () => {
    const runId = interrupt();
    clock.now += 30 * minute;
    store.resumeRun(runId);
    store.interruptRun(runId, 'timed_out');
    clock.now += 20 * minute;
    store.resumeRun(runId);
    clock.now += minute;
    store.addPage(runId, makePage([makeTenant(2)]));
    const run = store.completeRun(runId);
    expect(run.periods).toEqual([
      { from: at(0), to: at(1) },
      { from: at(51), to: at(52) },
    ]);
    expect(store.status(listId)).toMatchObject({ fetchedAt: at(0), readInFullAt: at(0) });
  });

  it.each([
    [59, true],
    [61, false],
    [-61, false],
  ])('can be resumed %s minutes later: %s', (minutes, expected) => {
    interrupt();
    clock.now += minutes * minute;
    expect(isResumable()).toBe(expected);
    expect(store.status(listId)).toMatchObject({ state: 'partial', tenants: 1 });
  });

  it('cannot be resumed after the list was refreshed', () => {
    const refreshes = [
      () => saveRun(store, [makeTenant(1)], { ownerId: '1' }),
      () => saveQuickRun(store, [makeTenant(1)]),
      () => saveRun(store, [makeTenant(1)]),
    ];
    saveRun(store, [makeTenant(1)]);
    for (const refresh of refreshes) {
      const runId = interrupt();
      expect(isResumable()).toBe(true);
      refresh();
      expect(isResumable()).toBe(false);
      expect(() => store.resumeRun(runId)).toThrow(
        expect.objectContaining({ code: 'nothing_to_resume' }),
      );
    }
  });
});

it('remembers what was seen, and what was exported', () => {
  expect(store.setSeen(listId, 1)).toBeNull();
  const first = saveRun(store, [makeTenant(1)]).runId;
  const second = saveRun(store, [makeTenant(1, { name: 'B' })]).runId;
  expect(store.setSeen(listId, second)).toBe(first);
  expect(store.setSeen(listId, null)).toBe(second);
  expect(store.setSeen(listId, first)).toBeNull();
  store.setExported(listId, first);
  const since = (baseline: 'seen' | 'lastExport') =>
    store.changes([{ listId, accountId: 'a' }], baseline).counts.changed;
  expect([since('seen'), since('lastExport')]).toEqual([1, 1]);
  store.setSeen(listId, second);
  expect([since('seen'), since('lastExport')]).toEqual([0, 1]);
  store.setExported(listId, second);
  expect([since('seen'), since('lastExport')]).toEqual([0, 0]);
});
