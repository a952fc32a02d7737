import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { Connection } from './sqlite/connection.ts';
import { openStore, type RecordStore } from './record-store.ts';
import { listAll, listId, makePage, makeTenant, otherListId, StoreFolder } from './test-store.ts';

const day = 24 * 60 * 60_000;
const start = Date.parse('2026-01-01T05:00:00Z');

let folder: StoreFolder;
let store: RecordStore;
let now: number;
beforeEach(() => {
  folder = new StoreFolder();
  ({ store } = openStore(folder.path, { now: () => new Date(now) }));
});
afterEach(() => {
  store.close();
  folder[Symbol.dispose]();
});

function saveOn(
  days: number,
  tenants: readonly ListRecord[],
  historyDays = 90,
  savedListId = listId,
) {
  now = start + days * day;
  const runId = store.beginRun(savedListId, {});
  store.addPage(runId, makePage(tenants));
  return store.completeRun(runId, historyDays);
}

/** Reads the days of the complete runs of the list from the file. */
function runDays(): number[] {
  const connection = new Connection(`${folder.path}/tenants.sqlite`, {
    ...{ busyMilliseconds: 1000, readOnly: true },
  });
  const rows = connection.all(
    'SELECT ended_at FROM refresh_run WHERE list_id = ? ORDER BY run_id',
    listId,
  );
  connection.close();
  return rows.map((row) => (Date.parse(String(row.ended_at)) - start) / day);
}

const named = (name: string) => [makeTenant(1, { name }), makeTenant(2), makeTenant(3)];

describe('the history of a list', () => {
  it('is kept for a number of days, with the tenants that are gone', () => {
    saveOn(0, [...named('A'), makeTenant(4), makeTenant(5)]);
    saveOn(1, [...named('B'), makeTenant(5)]);
    saveOn(50, named('C'));
    // History is deleted by the time of the run before, in case the clock is wrong now.
    for (const days of [100, 100.1]) saveOn(days, named('D'));
    const dates = () => store.details(listId, '1').history.map(({ foundAt }) => foundAt);
    expect(dates()).toHaveLength(2);
    expect(store.details(listId, '5').history).toHaveLength(1);
    expect(() => store.details(listId, '4')).toThrow(
      expect.objectContaining({ code: 'tenant_not_saved' }),
    );
    // The list as it was 90 days ago is still known.
    const tenDaysLater = new Date(start + 10 * day).toISOString();
    expect(listAll(store, { asOf: tenDaysLater })[0]?.name).toBe('B');
    expect(runDays()).toEqual([1, 50, 100, 100.1]);

    saveOn(500, named('E'), 0);
    expect(dates()).toHaveLength(3);
    saveOn(1000, named('F'));
    saveOn(1001, named('F'));
    expect(dates()).toHaveLength(1);
    expect(() => store.details(listId, '5')).toThrow();
  });

  it('is not shortened by a clock that is wrong once, and has no gaps', () => {
    saveOn(0, named('A'));
    saveOn(1, named('B'));
    saveOn(-5000, named('C'));
    saveOn(3, named('D'));
    saveOn(5000, named('E'));
    saveOn(5, named('F'));
    expect(store.details(listId, '1').history.map(({ fields }) => fields[0]?.after)).toEqual([
      ...['F', 'E', 'D', 'C', 'B'],
    ]);
  });

  it('belongs to one list, even if another has the same tenants', () => {
    saveOn(0, named('A'));
    saveOn(0, [...named('A'), makeTenant(4)], 90, otherListId);
    saveOn(1, named('B'), 90, otherListId);
    saveOn(200, named('B'));
    saveOn(201, named('C'));
    expect(store.details(otherListId, '4').history).toHaveLength(1);
    expect(store.details(otherListId, '1').history).toHaveLength(1);
  });
});

describe('runs without changes', () => {
  it('are reduced to one a day after a month', () => {
    for (const days of [0, 0.1, 0.2, 1.1, 1.2]) saveOn(days, named('A'));
    saveOn(1.3, named('B'));
    for (const days of [1.4, 1.5, 20]) saveOn(days, named('B'));
    for (const days of [31.3, 31.4]) saveOn(days, named('B'));
    // The first one is the oldest list that is known. In Vietnam, day 0 ends at 0.5.
    expect(runDays()).toEqual([0, 0.2, 1.2, 1.3, 1.4, 1.5, 20, 31.3, 31.4]);
    for (const days of [40, 40.1]) saveOn(days, named('B'));
    expect(runDays()).toEqual([0, 0.2, 1.3, 1.4, 1.5, 20, 31.3, 31.4, 40, 40.1]);
  });
});
