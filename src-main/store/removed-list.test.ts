import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type RecordStore } from './record-store.ts';
import {
  listAll,
  listId,
  makePage,
  makeTenant,
  otherListId,
  saveRun,
  StoreFolder,
} from './test-store.ts';

let folder: StoreFolder;
let store: RecordStore;
beforeEach(() => {
  folder = new StoreFolder();
  ({ store } = openStore(folder.path));
});
afterEach(() => folder[Symbol.dispose]());

/** Tenants whose every text contains `mark`. */
function makeTenants(mark: string) {
  return Array.from({ length: 300 }, (_, at) =>
    makeTenant(`${mark}${at}`, {
      name: `${mark} Tổng đài ${at}`,
      domain: `${mark}-${at}.etelecom.vn`,
      ownerId: `${mark}owner`,
    }),
  );
}

/** Reads a list several times, with changes in between, and interrupts another run. */
function readOften(savedListId: string, mark: string): void {
  for (const change of ['a', 'b', 'c']) {
    saveRun(store, makeTenants(`${mark}${change}`), {}, savedListId);
  }
  const runId = store.beginRun(savedListId, {});
  store.addPage(runId, {
    ...makePage(makeTenants(`${mark}d`), 'next'),
    unreadable: [`{"id":"${mark}unreadable"}`],
  });
  store.interruptRun(runId, 'unreachable');
}

/** Counts how often `mark` occurs in the bytes of all files of the data folder. */
function countTraces(mark: string): number {
  const counts = readdirSync(folder.path).map((name) => {
    const bytes = readFileSync(join(folder.path, name)).toString('latin1');
    return bytes.toLowerCase().split(mark.toLowerCase()).length - 1;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('a removed list', () => {
  it('leaves nothing in any file, and the other list is kept', () => {
    readOften(listId, 'Zulu');
    readOften(otherListId, 'Kilo');
    expect(countTraces('Zulu')).toBeGreaterThan(1000);
    store.removeLists([listId]);
    expect(countTraces('Zulu')).toBe(0);
    expect(countTraces(listId)).toBe(0);
    expect(listAll(store, {}, undefined, otherListId)).toEqual(makeTenants('Kiloc'));
    store.close();
    expect(countTraces('Zulu')).toBe(0);
    const again = openStore(folder.path);
    expect(again.notice).toBeNull();
    expect(listAll(again.store, {}, undefined, otherListId)).toEqual(makeTenants('Kiloc'));
    again.store.close();
  });

  it('can be read to its end by an export, and leaves nothing after that', () => {
    readOften(listId, 'Zulu');
    readOften(otherListId, 'Kilo');
    const snapshot = store.snapshot([listId]);
    store.removeLists([listId]);
    const read = [...snapshot.tenants({ filter: {} })].flatMap(({ tenants }) => tenants);
    expect(read).toEqual(makeTenants('Zuluc'));
    snapshot[Symbol.dispose]();
    expect(countTraces('Zulu')).toBe(0);
    store.close();
  });
});
