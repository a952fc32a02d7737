import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordStore } from './record-store.ts';
import { searchedUnreadable } from './runs/missing-rows.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import { listAll, listId, makePage, makeTenant, saveRun } from './test-store.ts';

let store: RecordStore;
prepareTestStore((opened) => {
  store = opened;
});

const five = [1, 2, 3, 4, 5].map((id) => makeTenant(id));
const without = (...ids: number[]) => five.filter(({ id }) => !ids.includes(Number(id)));

function readFull(tenants: readonly ListRecord[], unreadable: string[] = []): RefreshRun {
  const runId = store.beginRun(listId, {});
  store.addPage(runId, { ...makePage(tenants), unreadable });
  return store.completeRun(runId);
}

const idsOf = (tenants: readonly ListRecord[]) => tenants.map(({ id }) => id);

describe('a tenant that a full run does not find', () => {
  it.each([
    ['an array', '["2","Tổng đài 2"]'],
    ['a number', '2'],
    ['JSON in a text', String.raw`"{\"id\":\"2\",\"name\":\"Tổng"`],
  ])('stays in the list while %s may be its row', (_, raw) => {
    saveRun(store, five);
    expect(readFull(without(2, 4), [raw]).changes).toEqual({ new: 0, changed: 0, gone: 1 });
    expect(idsOf(listAll(store))).toEqual(['1', '3', '5', '2']);
    expect(listAll(store).at(-1)).toEqual(makeTenant(2));
    expect(listAll(store, { name: 'dai 2' })).toEqual([makeTenant(2)]);
    expect(store.status(listId)).toMatchObject({ tenants: 4, unreadableRows: 1 });
    expect(store.unreadableRows(listId)).toEqual([{ raw }]);
    expect(store.details(listId, '2').history).toEqual([]);

    // Again, then readable, then away.
    expect(readFull(without(2, 4), [raw]).changes.gone).toBe(0);
    const changed = { ...makeTenant(2), status: 'N' };
    expect(readFull([...without(2, 4), changed]).changes).toEqual({ new: 0, changed: 1, gone: 0 });
    expect(store.unreadableRows(listId)).toEqual([]);
    expect(readFull(without(2, 4)).changes).toEqual({ new: 0, changed: 0, gone: 1 });
    expect(store.details(listId, '2').history.map(({ kind }) => kind)).toEqual(['gone', 'changed']);
  });

  it.each(['null', '["?"]', '"text"'])('stays if any tenant may be the row %s', (raw) => {
    saveRun(store, five);
    expect(readFull(without(2, 4), [raw]).changes.gone).toBe(0);
    expect(store.status(listId).tenants).toBe(5);
    expect(readFull(without(2, 4)).changes.gone).toBe(2);
  });

  it('is gone if the unreadable rows name others', () => {
    saveRun(store, five);
    expect(readFull(without(2), ['"{\\"id\\": 77}"']).changes.gone).toBe(1);
  });

  it('is gone if a row names another one, however often its JSON was written as a text', () => {
    const anyText = fc.oneof(fc.string(), fc.constantFrom('\\', '"', String.raw`\"id\\":`));
    fc.assert(
      fc.property(fc.nat({ max: 5 }), anyText, (times, name) => {
        let raw = JSON.stringify({ name, id: '77' });
        for (let time = 0; time < times; time++) raw = JSON.stringify(raw);
        saveRun(store, five);
        // A row that happens to name a tenant holds it.
        const isNamed = /(?<![\p{L}\p{N}_-])2(?![\p{L}\p{N}_-])/u.test(raw);
        expect(readFull(without(2), [raw]).changes.gone).toBe(isNamed ? 0 : 1);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['\\', '"id', '"id\\', '"id":', '"id" ', '2 '])(
    'is decided at once if the unreadable row consists of %j',
    (part) => {
      saveRun(store, five);
      const raw = JSON.stringify(part.repeat(480_000 / part.length));
      const start = process.cpuUsage();
      readFull(without(2), [raw]);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
    },
  );

  it('stays if there are more unreadable rows than can be searched', () => {
    const raw = JSON.stringify({ id: '77', name: 'x'.repeat(400_000) });
    const most = Math.floor(searchedUnreadable / raw.length);
    saveRun(store, five);
    expect(
      readFull(
        without(2),
        Array.from({ length: most + 1 }, () => raw),
      ).changes.gone,
    ).toBe(0);
    expect(
      readFull(
        without(2),
        Array.from({ length: most }, () => raw),
      ).changes.gone,
    ).toBe(1);
  });

  it('stays while there are more rows without an id than before', () => {
    saveRun(store, [...five, makeTenant('')]);
    const nameless = [makeTenant(''), makeTenant('', { name: 'Tổng đài 2' })];
    for (let run = 0; run < 2; run++) {
      expect(readFull([...without(2), ...nameless]).changes.gone).toBe(0);
      expect(listAll(store)).toHaveLength(7);
    }
    expect(readFull([...without(2), makeTenant('')]).changes.gone).toBe(1);
  });

  it('can come back and leave again', () => {
    saveRun(store, five);
    readFull(without(2, 4));
    expect(idsOf(listAll(store, { change: 'gone' }))).toEqual(['2', '4']);
    expect(readFull(without(4)).changes).toEqual({ new: 1, changed: 0, gone: 0 });
    expect(store.details(listId, '4').tenant).toEqual(makeTenant(4));
    readFull(without(2, 4));
    expect(idsOf(listAll(store, { change: 'gone' }))).toEqual(['2']);
    expect(store.details(listId, '2').history.map(({ kind }) => kind)).toEqual([
      ...['gone', 'new', 'gone'],
    ]);
  });
});

describe('a full run that would remove more than half of the list', () => {
  it.each([
    ['some tenants', without(1, 2, 3)],
    ['no tenants', []],
    ['other tenants', [6, 7, 8, 9, 10].map((id) => makeTenant(id))],
  ])('with %s waits for a decision', (_, tenants) => {
    saveRun(store, five);
    const runId = store.beginRun(listId, {});
    store.addPage(runId, makePage(tenants));
    expect(() => store.completeRun(runId)).toThrow(
      expect.objectContaining({ code: 'list_shrank' }),
    );
    store.interruptRun(runId, 'list_shrank');
    expect(listAll(store)).toEqual(five);
    expect(store.status(listId)).toMatchObject({
      ...{ state: 'complete', tenants: 5, interruptedRun: null },
      shrunkRun: { runId, rows: tenants.length },
    });
    expect(store.resumableRun(listId)).toBeNull();
    expect(() => store.decideShrunkRun('other', runId, true)).toThrow(
      expect.objectContaining({ code: 'nothing_to_resume' }),
    );

    store.decideShrunkRun(listId, runId, true);
    expect(listAll(store)).toEqual(tenants);
    const { completeRun, shrunkRun } = store.status(listId);
    expect(shrunkRun).toBeNull();
    expect(completeRun?.runId).toBe(runId);
    expect(completeRun?.changes.gone).toBe(
      five.filter(({ id }) => !idsOf(tenants).includes(id)).length,
    );
    expect(() => store.decideShrunkRun(listId, runId, true)).toThrow(
      expect.objectContaining({ code: 'nothing_to_resume' }),
    );
  });

  it('is discarded by the user, or by a later run', () => {
    saveRun(store, five);
    const shrink = () => {
      const runId = store.beginRun(listId, {});
      store.addPage(runId, makePage([]));
      expect(() => store.completeRun(runId)).toThrow();
      return runId;
    };
    const runId = shrink();
    store.decideShrunkRun(listId, runId, false);
    expect(store.status(listId)).toMatchObject({ tenants: 5, shrunkRun: null });

    const [older, newer] = [shrink(), shrink()];
    expect(store.status(listId).shrunkRun?.runId).toBe(newer);
    expect(() => store.decideShrunkRun(listId, older, true)).toThrow();
    // It is kept while another run is reading.
    const laterRun = store.beginRun(listId, {});
    expect(store.status(listId).shrunkRun?.runId).toBe(newer);
    store.addPage(laterRun, makePage(five));
    store.completeRun(laterRun);
    expect(store.status(listId).shrunkRun).toBeNull();
    expect(() => store.decideShrunkRun(listId, newer, true)).toThrow();
  });

  it('is complete if half of the list is left, and for the first list', () => {
    readFull([]);
    expect(store.status(listId)).toMatchObject({ state: 'complete', tenants: 0 });
    readFull(without(5));
    expect(readFull(without(1, 2, 5)).changes.gone).toBe(2);
  });
});
