import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDamage } from './sqlite/find-damage.ts';
import { openStore, replaceStore } from './record-store.ts';
import { listId, listAll, makeTenant, saveRun, StoreFolder } from './test-store.ts';

let folder: StoreFolder;
let path: string;
beforeEach(() => {
  folder = new StoreFolder();
  path = join(folder.path, 'tenants.sqlite');
});
afterEach(() => folder[Symbol.dispose]());

const tenants = Array.from({ length: 500 }, (_, at) => makeTenant(at + 1));

function saveSome(): Buffer {
  const { store } = openStore(folder.path);
  saveRun(store, tenants);
  store.close();
  return readFileSync(path);
}

describe('the database file', () => {
  it.skipIf(process.platform === 'win32')(
    'is accessible to the user alone, and so are the files beside it',
    () => {
      const { store } = openStore(folder.path);
      saveRun(store, tenants);
      store.beginRun(listId, {});
      const names = readdirSync(folder.path);
      expect(names.sort()).toEqual(['tenants.sqlite', 'tenants.sqlite-shm', 'tenants.sqlite-wal']);
      for (const name of names) expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
      store.close();
    },
  );

  it('is refused and not changed if a newer version of the app wrote it', () => {
    saveSome();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(path);
    expect(() => openStore(folder.path)).toThrow(
      expect.objectContaining({ code: 'store_too_new', path }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder.path)).toEqual(['tenants.sqlite']);
  });

  it('is created without a notice when it is empty', () => {
    writeFileSync(path, '');
    const { store, notice } = openStore(folder.path);
    expect(notice).toBeNull();
    expect(store.status(listId).state).toBe('none');
    store.close();
  });

  it('gets a new index if the index was computed with another ICU version', () => {
    saveSome();
    const database = new DatabaseSync(path);
    database.exec("UPDATE index_part SET computed_with = 'icu 1', data = zeroblob(length(data))");
    database.close();
    const { store } = openStore(folder.path);
    const sorted = listAll(store, {}, [{ field: 'id', direction: 'descending' }]);
    expect(sorted).toEqual([...tenants].reverse());
    expect(listAll(store, { name: 'tong dai 500' })).toEqual([tenants[499]]);
    store.close();
  });

  it('still has its list when it is opened again', () => {
    saveSome();
    const { store, notice } = openStore(folder.path);
    expect(notice).toBeNull();
    expect(listAll(store)).toEqual(tenants);
    store.close();
  });
});

describe('an unreadable file', () => {
  const now = () => new Date('2026-05-01T02:03:04Z');
  const damages: [string, (intact: Buffer) => Buffer][] = [
    ['its header', (intact) => intact.fill(0x41, 0, 16)],
    ['its end', (intact) => intact.subarray(0, intact.length / 2)],
    ['all but a few bytes', (intact) => intact.subarray(0, 50)],
    ['everything', () => Buffer.from('{"this":"is no database"}')],
  ];

  it.each(damages)(
    'with damage to %s is moved aside unchanged, and a new one is created',
    (_, damage) => {
      const damaged = damage(saveSome());
      writeFileSync(path, damaged);
      const { store, notice } = openStore(folder.path, { now });
      const aside = `${path}.corrupt-2026-05-01T02-03-04-000Z`;
      expect(notice).toMatchObject({ code: 'store_unreadable', path: aside });
      expect(readFileSync(aside).equals(damaged)).toBe(true);
      saveRun(store, tenants);
      expect(listAll(store)).toEqual(tenants);
      store.close();
    },
  );

  it('of a development version, with the same version number, is moved aside', () => {
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE saved_list (account_id TEXT); PRAGMA user_version = 1');
    database.close();
    const written = readFileSync(path);
    const { store, notice } = openStore(folder.path, { now });
    const aside = `${path}.corrupt-2026-05-01T02-03-04-000Z`;
    expect(notice).toMatchObject({ code: 'store_unreadable', path: aside });
    expect(readFileSync(aside).equals(written)).toBe(true);
    saveRun(store, tenants);
    store.close();
    const again = openStore(folder.path, { now });
    expect(again.notice).toBeNull();
    expect(listAll(again.store)).toEqual(tenants);
    again.store.close();
  });

  it.each([
    ['a folder', () => mkdirSync(path)],
    ['a loop of links', () => symlinkSync(path, path)],
    ['a pipe', () => execFileSync('mkfifo', [path])],
  ])('that is %s is moved aside', (_, create) => {
    create();
    const { store, notice } = openStore(folder.path, { now });
    const aside = `${path}.corrupt-2026-05-01T02-03-04-000Z`;
    expect(notice).toMatchObject({ code: 'store_unreadable', path: aside });
    saveRun(store, tenants);
    expect(listAll(store)).toEqual(tenants);
    store.close();
  });

  it('of another program is moved aside', () => {
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE notes (text TEXT); PRAGMA application_id = 7');
    database.close();
    const { store, notice } = openStore(folder.path, { now });
    expect(notice).toMatchObject({ code: 'store_unreadable' });
    expect(store.status(listId).state).toBe('none');
    store.close();
  });

  it('never keeps the app from working, whichever byte of the header is damaged', () => {
    const intact = saveSome();
    const version = { from: 60, to: 64 };
    for (let at = 0; at < 100; at++) {
      if (at >= version.from && at < version.to) continue;
      const damaged = Buffer.from(intact);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      writeFileSync(path, damaged);
      let { store } = openStore(folder.path, { now });
      try {
        saveRun(store, [makeTenant(1)]);
      } catch (error) {
        // What the opening does not notice, the first call reports. It is then set aside.
        expect(error, `byte ${at}`).toMatchObject({ code: 'store_unreadable' });
        store.close();
        ({ store } = replaceStore(folder.path, { now }));
        saveRun(store, [makeTenant(1)]);
      }
      expect(listAll(store), `byte ${at}`).toEqual([makeTenant(1)]);
      store.close();
    }
  });
});

describe('two instances', () => {
  it('see the same list', () => {
    const first = openStore(folder.path).store;
    const second = openStore(folder.path).store;
    saveRun(first, tenants);
    expect(listAll(second)).toEqual(tenants);
    saveRun(second, tenants.slice(0, 7));
    expect(listAll(first, {}, [{ field: 'name', direction: 'descending' }])).toHaveLength(7);
    first.close();
    second.close();
  });

  it('wait for each other, and fail when that takes too long', () => {
    const { store } = openStore(folder.path, { busyMilliseconds: 50 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.beginRun(listId, {})).toThrow(
      expect.objectContaining({ code: 'store_locked', path }),
    );
    expect(store.status(listId).state).toBe('none');
    other.exec('ROLLBACK');
    saveRun(store, tenants);
    other.close();
    store.close();
  });
});

describe('damage inside the file', () => {
  const damages: [string, (intact: Buffer) => Buffer][] = [
    ['its middle', (intact) => intact.fill(0xff, 8192, intact.length - 4096)],
    [
      'one page of rows',
      (intact) => intact.fill(0, intact.length - 40_960, intact.length - 36_864),
    ],
  ];

  it.each(damages)('in %s does not delay the opening and is found by the check', (_, damage) => {
    writeFileSync(path, damage(saveSome()));
    const { store, notice } = openStore(folder.path);
    expect(notice).toBeNull();
    expect(findDamage(path)).toEqual(expect.any(String));
    store.close();
  });

  it('is not found in an intact file, also while it is written', () => {
    saveSome();
    const { store } = openStore(folder.path);
    store.beginRun(listId, {});
    expect(findDamage(path)).toBeNull();
    store.close();
  });

  it('is set aside, with a new file in its place', () => {
    const damaged = saveSome().fill(0xff, 8192, 12_288);
    writeFileSync(path, damaged);
    openStore(folder.path).store.close();
    const { store, notice } = replaceStore(folder.path);
    expect(notice).toMatchObject({ code: 'store_unreadable' });
    expect(
      readFileSync(notice?.path ?? '')
        .subarray(8192)
        .equals(damaged.subarray(8192)),
    ).toBe(true);
    saveRun(store, tenants);
    expect(findDamage(path)).toBeNull();
    store.close();
  });
});
