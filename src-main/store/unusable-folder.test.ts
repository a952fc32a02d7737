import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { readStoreSize } from './read-store-size.ts';
import { openStore } from './record-store.ts';
import { listAll, listId, makePage, makeTenant, saveRun, StoreFolder } from './test-store.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(() => folder[Symbol.dispose]());

const isRoot = process.getuid?.() === 0;

/** Runs `work` with a file system mounted over the test's folder. Only root on Linux can mount. */
function withMount(options: string, skip: TestContext['skip'], work: () => void): void {
  try {
    const args = ['-t', 'tmpfs', '-o', options, 'tmpfs', folder.path];
    execFileSync('mount', args, { stdio: 'ignore' });
  } catch {
    skip('This environment does not allow mounting');
  }
  try {
    work();
  } finally {
    execFileSync('umount', [folder.path]);
  }
}

describe('a folder that cannot be used', () => {
  it('is reported when a file has its name', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const dataFolder = join(folder.path, 'file', 'data');
    expect(() => openStore(dataFolder)).toThrow(
      expect.objectContaining({ name: 'AppError', code: 'folder_missing' }),
    );
    expect(await readStoreSize(dataFolder)).toBeNull();
  });

  it.skipIf(isRoot || process.platform === 'win32')('is reported when it is not writable', () => {
    execFileSync('chmod', ['500', folder.path]);
    expect(() => openStore(folder.path)).toThrow(
      expect.objectContaining({ code: 'folder_not_writable' }),
    );
    execFileSync('chmod', ['700', folder.path]);
  });

  // Root can write to any folder that is not mounted read-only.
  it.runIf(process.platform === 'linux' && isRoot)(
    'is reported when it is mounted read-only',
    ({ skip }) => {
      withMount('ro', skip, () => {
        expect(() => openStore(folder.path)).toThrow(
          expect.objectContaining({ code: 'folder_not_writable' }),
        );
      });
    },
  );
});

describe('a disk that refuses the write-ahead log', () => {
  // SQLite can then not create the log's shared memory, as on many network shares.
  const refuseLog = () => mkdirSync(join(folder.path, 'tenants.sqlite-shm'));
  const saved = Array.from({ length: 20 }, (_, at) => makeTenant(at + 1));

  it('keeps the list without it', () => {
    refuseLog();
    const { store, notice } = openStore(folder.path, { busyMilliseconds: 50 });
    expect(notice).toBeNull();
    saveRun(store, saved);
    // An export does not block a refresh.
    const snapshot = store.snapshot([listId]);
    saveRun(store, saved.slice(0, 7));
    const read = [...snapshot.tenants({ filter: {} })].flatMap(({ tenants }) => tenants);
    expect(read).toEqual(saved);
    snapshot[Symbol.dispose]();
    expect(listAll(store)).toEqual(saved.slice(0, 7));
    store.removeLists([listId]);
    saveRun(store, saved);
    store.close();
    const again = openStore(folder.path);
    expect(again.notice).toBeNull();
    expect(listAll(again.store)).toEqual(saved);
    again.store.close();
    expect(readdirSync(folder.path).toSorted()).toEqual(['tenants.sqlite', 'tenants.sqlite-shm']);
  });

  it('keeps what the log of another disk still holds', () => {
    const from = new StoreFolder();
    const { store } = openStore(from.path);
    saveRun(store, saved);
    for (const name of ['tenants.sqlite', 'tenants.sqlite-wal']) {
      copyFileSync(join(from.path, name), join(folder.path, name));
    }
    store.close();
    from[Symbol.dispose]();
    refuseLog();
    const moved = openStore(folder.path);
    expect(moved.notice).toBeNull();
    expect(listAll(moved.store)).toEqual(saved);
    moved.store.close();
  });

  it('is reported with its folder if it refuses the other journal as well', () => {
    refuseLog();
    mkdirSync(join(folder.path, 'tenants.sqlite-journal'));
    expect(() => openStore(folder.path)).toThrow(
      expect.objectContaining({
        code: 'folder_not_writable',
        path: join(folder.path, 'tenants.sqlite'),
      }),
    );
  });
});

describe('a disk that cannot confirm writes', () => {
  it('keeps the list nevertheless', async ({ skip }) => {
    const script = fileURLToPath(new URL('test-saving-script.ts', import.meta.url));
    const run = (...inject: string[]) =>
      promisify(execFile)('strace', [
        ...['-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', ...inject],
        ...[process.execPath, script, folder.path],
      ]).then(({ stdout }) => stdout.trim());
    const isTraced = await run().then(
      () => true,
      () => false,
    );
    if (!isTraced) skip('Calls of the system cannot be traced here');
    expect(await run('-e', 'inject=fsync,fdatasync:error=EOPNOTSUPP')).toBe('20');
  });
});

it.runIf(process.platform === 'linux' && isRoot)(
  'loses only the current page when the disk is full',
  ({ skip }) => {
    withMount('size=1m', skip, () => {
      const saved = Array.from({ length: 20 }, (_, at) => makeTenant(at + 1));
      const { store } = openStore(folder.path);
      saveRun(store, saved);
      const runId = store.beginRun(listId, {});
      expect(() => {
        for (let page = 0; page < 100; page++) {
          const more = Array.from({ length: 100 }, (_, at) => makeTenant(page * 1000 + at + 1));
          store.addPage(runId, makePage(more, 'next'));
        }
      }).toThrow(expect.objectContaining({ code: 'disk_full' }));
      expect(() => store.completeRun(runId)).toThrow(
        expect.objectContaining({ code: 'disk_full' }),
      );
      expect(listAll(store)).toEqual(saved);
      store.close();
      const again = openStore(folder.path);
      expect(again.notice).toBeNull();
      expect(listAll(again.store)).toEqual(saved);
      again.store.close();
    });
  },
);
