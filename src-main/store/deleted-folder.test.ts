import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type RecordStore } from './record-store.ts';
import { listAll, listId, makePage, makeTenant, saveRun, StoreFolder } from './test-store.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(() => folder[Symbol.dispose]());

const tenants = Array.from({ length: 50 }, (_, at) => makeTenant(at + 1));

describe.skipIf(process.platform === 'win32')('a folder that is deleted while it is used', () => {
  const gone = (): unknown => expect.objectContaining({ code: 'store_gone', path: folder.path });

  it.each<[string, (store: RecordStore, runId: number) => unknown]>([
    ['begin a refresh', (store) => store.beginRun(listId, {})],
    ['store a page', (store, runId) => store.addPage(runId, makePage(tenants.slice(0, 9), null))],
    ['complete a refresh', (store, runId) => store.completeRun(runId)],
  ])('is reported by an attempt to %s', (_what, attempt) => {
    const { store } = openStore(folder.path);
    const runId = store.beginRun(listId, {});
    rmSync(folder.path, { recursive: true });
    expect(() => attempt(store, runId)).toThrow(gone());
    store.close();
    const again = openStore(folder.path).store;
    saveRun(again, tenants);
    expect(listAll(again)).toEqual(tenants);
    again.close();
  });

  it('is reported when another database has its place', () => {
    const { store } = openStore(folder.path);
    const runId = store.beginRun(listId, {});
    rmSync(folder.path, { recursive: true });
    const other = openStore(folder.path).store;
    saveRun(other, tenants);
    expect(() => store.completeRun(runId)).toThrow(gone());
    expect(listAll(other)).toEqual(tenants);
    store.close();
    other.close();
  });
});
