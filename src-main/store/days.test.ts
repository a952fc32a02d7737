import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localTime } from '../../src-shared/dates.ts';
import { endOfDay, startOfDay } from '../../src-shared/days.ts';
import { createClock, readComputerZone } from '../../src-shared/time-zone.ts';
import { openStore, type RecordStore } from './record-store.ts';
import { listAll, listId, makeTenant, saveRun, StoreFolder } from './test-store.ts';

const originalZone = process.env.TZ;
let folder: StoreFolder;
let store: RecordStore;
beforeEach(() => {
  folder = new StoreFolder();
  ({ store } = openStore(folder.path, { now: () => new Date('2026-12-15T00:00:00Z') }));
});
afterEach(() => {
  store.close();
  folder[Symbol.dispose]();
  if (originalZone === undefined) delete process.env.TZ;
  else process.env.TZ = originalZone;
});

it.each(['America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Ho_Chi_Minh'])(
  'finds each tenant in %s by the day and the month that are shown, and by no other',
  (name) => {
    process.env.TZ = name;
    const clock = createClock('computer', readComputerZone());
    // Hours and half hours around days of 23, 24 and 25 hours, up to the last fraction of a second.
    const anyDate = fc
      .record({
        midnight: fc.constantFrom('2026-03-08', '2026-04-05', '2026-10-04', '2026-11-01'),
        halfHours: fc.integer({ min: -60, max: 60 }),
        isLastMoment: fc.boolean(),
      })
      .map(({ midnight, halfHours, isLastMoment }) => {
        const second = Date.parse(`${midnight}T00:00:00Z`) + halfHours * 1_800_000;
        const text = new Date(second - (isLastMoment ? 1000 : 0)).toISOString().slice(0, 19);
        return `${text}${isLastMoment ? '.9999999999' : ''}Z`;
      });
    fc.assert(
      fc.property(fc.array(anyDate, { minLength: 1, maxLength: 30 }), (dates) => {
        saveRun(
          store,
          dates.map((createdAt, at) => makeTenant(at + 1, { createdAt })),
        );
        const shown = dates.map((date) => new Date(localTime(date, clock)).toISOString());
        for (const day of new Set(shown.map((text) => text.slice(0, 10)))) {
          const createdFrom = startOfDay(day, clock) ?? '';
          const createdTo = endOfDay(day, clock) ?? '';
          const found = listAll(store, { createdFrom, createdTo }).map(({ id }) => Number(id) - 1);
          expect(found).toEqual(shown.flatMap((text, at) => (text.startsWith(day) ? [at] : [])));
        }
        for (const { month, count } of store.overview([{ listId, accountId: listId }], {}, clock)
          .months) {
          expect(count).toBe(shown.filter((text) => text.startsWith(month)).length);
        }
      }),
      { numRuns: 25 },
    );
  },
);

it('sorts, filters and counts no date that means none or that cannot be shown', () => {
  const dates = [
    ...['0001-01-01T00:00:00Z', '1899-12-31T00:00:00Z', '2024-02-30T00:00:00Z', 'soon'],
    ...['2024-01-01T24:00:00Z', '9999-12-31T23:59:59Z', '2026-12-01T00:00:00Z'],
  ];
  saveRun(
    store,
    dates.map((createdAt, at) => makeTenant(at + 1, { createdAt })),
  );
  const idsBy = (direction: 'ascending' | 'descending') =>
    listAll(store, {}, [{ field: 'createdAt', direction }]).map(({ id }) => id);
  expect(idsBy('ascending')).toEqual(['7', '1', '2', '3', '4', '5', '6']);
  expect(idsBy('descending')).toEqual(['7', '1', '2', '3', '4', '5', '6']);
  const clock = createClock('vietnam');
  for (const filter of [
    { createdTo: '2026-12-31T23:59:59Z' },
    { createdFrom: '0002-01-01T00:00:00Z' },
    { createdFrom: '1899-01-01T00:00:00Z', createdTo: '9999-12-31T23:59:59Z' },
  ]) {
    expect(listAll(store, filter).map(({ id }) => id)).toEqual(['7']);
  }
  expect(listAll(store, { createdTo: '0002-01-01T00:00:00Z' })).toEqual([]);
  expect(store.facets([listId], {}, clock).created.last30Days).toBe(1);
  const { months } = store.overview([{ listId, accountId: listId }], {}, clock);
  expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});

it.each([
  ['a date of 127 characters', `2026-05-05T00:00:00.${'1'.repeat(106)}Z`, true],
  ['a date of 128 characters', `2026-05-05T00:00:00.${'1'.repeat(107)}Z`, false],
  ['a date of 221 characters', `2026-05-05T00:00:00.${'1'.repeat(200)}Z`, false],
  ['a date with other text after it', `2026-05-05T00:00:00.${'1'.repeat(107)}Zx`, false],
])('sorts, filters and shows %s alike', (_, createdAt, isDate) => {
  saveRun(store, [
    makeTenant(1, { createdAt }),
    makeTenant(2, { createdAt: '2026-06-05T00:00:00Z' }),
  ]);
  expect(Number.isNaN(localTime(createdAt, createClock('vietnam')))).toBe(!isDate);
  const found = listAll(store, { createdFrom: '2026-01-01T00:00:00Z' }).map(({ id }) => id);
  expect(found).toEqual(isDate ? ['1', '2'] : ['2']);
  const sorted = listAll(store, {}, [{ field: 'createdAt', direction: 'ascending' }]);
  expect(sorted.map(({ id }) => id)).toEqual(isDate ? ['1', '2'] : ['2', '1']);
});
