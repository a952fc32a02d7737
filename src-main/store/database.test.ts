import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './tenant-store.ts';
import { account, listAll, makePage, makeTenant, saveRun, TestFolder } from './test-store.ts';

let folder: TestFolder;
let path: string;
beforeEach(() => {
  folder = new TestFolder();
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

describe('the file', () => {
  it.skipIf(process.platform === 'win32')(
    'is readable by the user alone, with all beside it',
    () => {
      const { store } = openStore(folder.path);
      saveRun(store, tenants);
      store.beginRun(account, {});
      const names = readdirSync(folder.path);
      expect(names.sort()).toEqual(['tenants.sqlite', 'tenants.sqlite-shm', 'tenants.sqlite-wal']);
      for (const name of names) expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
      store.close();
    },
  );

  it('is refused and left as it is when a newer app wrote it', () => {
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

  it('is begun when it is empty, without a word', () => {
    writeFileSync(path, '');
    const { store, notice } = openStore(folder.path);
    expect(notice).toBeNull();
    expect(store.status(account).state).toBe('none');
    store.close();
  });

  it('gets what was computed by other rules computed anew', () => {
    saveSome();
    const database = new DatabaseSync(path);
    database.exec("UPDATE list_index SET made_with = 'icu 1', data = zeroblob(length(data))");
    database.close();
    const { store } = openStore(folder.path);
    const sorted = listAll(store, {}, [{ field: 'id', direction: 'descending' }]);
    expect(sorted).toEqual([...tenants].reverse());
    expect(listAll(store, { name: 'tong dai 500' })).toEqual([tenants[499]]);
    store.close();
  });

  it('opens again as it was', () => {
    saveSome();
    const { store, notice } = openStore(folder.path);
    expect(notice).toBeNull();
    expect(listAll(store)).toEqual(tenants);
    store.close();
  });
});

describe('a damaged file', () => {
  const now = () => new Date('2026-05-01T02:03:04Z');
  const damages: [string, (whole: Buffer) => Buffer][] = [
    ['its header', (whole) => whole.fill(0x41, 0, 16)],
    ['its middle', (whole) => whole.fill(0xff, 4096, whole.length - 4096)],
    ['its end', (whole) => whole.subarray(0, whole.length / 2)],
    ['all but a few bytes', (whole) => whole.subarray(0, 50)],
    ['everything', () => Buffer.from('{"this":"is no database"}')],
  ];

  it.each(damages)('in %s is moved aside, whole, and a new one begun', (_, damage) => {
    const damaged = damage(saveSome());
    writeFileSync(path, damaged);
    const { store, notice } = openStore(folder.path, { now });
    const aside = `${path}.corrupt-2026-05-01T02-03-04-000Z`;
    expect(notice).toMatchObject({ code: 'store_unreadable', path: aside });
    expect(readFileSync(aside).equals(damaged)).toBe(true);
    saveRun(store, tenants);
    expect(listAll(store)).toEqual(tenants);
    store.close();
  });

  it('never keeps the app from starting, whichever byte of the header is wrong', () => {
    const whole = saveSome();
    const version = { from: 60, to: 64 };
    for (let at = 0; at < 100; at++) {
      if (at >= version.from && at < version.to) continue;
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      writeFileSync(path, damaged);
      const { store } = openStore(folder.path, { now });
      saveRun(store, [makeTenant(1)]);
      expect(listAll(store), `byte ${at}`).toEqual([makeTenant(1)]);
      store.close();
    }
  });
});

describe('a bad place', () => {
  it('is named when the folder cannot be there', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(() => openStore(join(folder.path, 'file', 'data'))).toThrow(
      expect.objectContaining({ name: 'AppError', code: 'folder_missing' }),
    );
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is named when nothing may be written to it',
    () => {
      execFileSync('chmod', ['500', folder.path]);
      expect(() => openStore(folder.path)).toThrow(
        expect.objectContaining({ code: 'folder_not_writable' }),
      );
      execFileSync('chmod', ['700', folder.path]);
    },
  );

  // Root may write to any folder but one that is mounted so.
  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'is named when it was mounted to be read only',
    ({ skip }) => {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder.path], {
          stdio: 'ignore',
        });
      } catch {
        skip('Nothing can be mounted here');
      }
      try {
        expect(() => openStore(folder.path)).toThrow(
          expect.objectContaining({ code: 'folder_not_writable' }),
        );
      } finally {
        execFileSync('umount', [folder.path]);
      }
    },
  );

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'that is full loses a page and nothing else',
    ({ skip }) => {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.path], {
          stdio: 'ignore',
        });
      } catch {
        skip('Nothing can be mounted here');
      }
      try {
        const { store } = openStore(folder.path);
        saveRun(store, tenants.slice(0, 20));
        const runId = store.beginRun(account, {});
        expect(() => {
          for (let page = 0; page < 100; page++) {
            const more = tenants
              .slice(0, 100)
              .map(({ id }) => makeTenant(page * 1000 + Number(id)));
            store.addPage(runId, makePage(more, 'next'));
          }
        }).toThrow(expect.objectContaining({ code: 'disk_full' }));
        expect(() => store.completeRun(runId)).toThrow(
          expect.objectContaining({ code: 'disk_full' }),
        );
        expect(listAll(store)).toEqual(tenants.slice(0, 20));
        store.close();
        const again = openStore(folder.path);
        expect(again.notice).toBeNull();
        expect(listAll(again.store)).toEqual(tenants.slice(0, 20));
        again.store.close();
      } finally {
        execFileSync('umount', [folder.path]);
      }
    },
  );
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

  it('wait for each other, and say so when that takes too long', () => {
    const { store } = openStore(folder.path, { busyMilliseconds: 50 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.beginRun(account, {})).toThrow(
      expect.objectContaining({ code: 'store_failed', path }),
    );
    expect(store.status(account).state).toBe('none');
    other.exec('ROLLBACK');
    saveRun(store, tenants);
    other.close();
    store.close();
  });
});

it('truncated while nobody looks is found out at the next start', () => {
  saveSome();
  truncateSync(path, 8192);
  const { store, notice } = openStore(folder.path);
  expect(notice).toMatchObject({ code: 'store_unreadable' });
  store.close();
});
