import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { openStore } from './tenant-store.ts';
import { listAll, listId, makePage, makeTenant, saveRun, TestFolder } from './test-store.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
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
  it('is reported when a file has its name', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(() => openStore(join(folder.path, 'file', 'data'))).toThrow(
      expect.objectContaining({ name: 'AppError', code: 'folder_missing' }),
    );
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
