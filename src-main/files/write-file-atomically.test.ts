import { readdir, readFile, writeFile, type FileHandle } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { prepareTestFolder } from './test-folder.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const folder = prepareTestFolder();

const write = (path: string, fill: (file: FileHandle) => Promise<void>) =>
  writeFileAtomically(path, fill, { mode: 0o600, patienceMilliseconds: 20 });

/** Lets the next sync of a file fail as on a disk that does not offer it. */
function failSync(file: FileHandle, code: string): void {
  const error = Object.assign(new Error(`${code}: fsync`), { code, syscall: 'fsync' });
  vi.spyOn(file, 'sync').mockRejectedValueOnce(error);
}

describe('writeFileAtomically', () => {
  it('replaces the whole file at the end', async () => {
    const path = folder.join('file.txt');
    await writeFile(path, 'old');
    await write(path, async (file) => {
      await file.writeFile('new');
      expect(await readFile(path, 'utf8')).toBe('old');
    });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder.path)).toEqual(['file.txt']);
  });

  it('removes the temporary file and keeps the old file if writing fails', async () => {
    const path = folder.join('file.txt');
    await writeFile(path, 'old');
    const writing = write(path, async (file) => {
      await file.writeFile('half');
      throw new Error('writing failed');
    });
    await expect(writing).rejects.toThrow('writing failed');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder.path)).toEqual(['file.txt']);
  });

  it.each(['ENOTSUP', 'EINVAL', 'ENOSYS', 'EPERM'])(
    'does without a sync that the disk refuses with %s',
    async (code) => {
      const path = folder.join('file.txt');
      await write(path, async (file) => {
        failSync(file, code);
        await file.writeFile('new');
      });
      expect(await readFile(path, 'utf8')).toBe('new');
    },
  );

  it.each([
    ['ENOSPC', 'disk_full'],
    ['EIO', 'disk_gone'],
  ])('keeps the old file if the sync fails with %s', async (code, expected) => {
    const path = folder.join('file.txt');
    await writeFile(path, 'old');
    const writing = write(path, (file) => {
      failSync(file, code);
      return file.writeFile('new');
    });
    await expect(writing).rejects.toMatchObject({ code: expected, path });
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('reports a missing folder', async () => {
    const path = folder.join('gone', 'file.txt');
    const writing = write(path, (file) => file.writeFile('new'));
    await expect(writing).rejects.toMatchObject({ code: 'folder_missing', path });
  });

  it('does not replace a folder', async () => {
    const writing = write(folder.path, (file) => file.writeFile('new'));
    await expect(writing).rejects.toMatchObject({ name: 'AppError', path: folder.path });
  });

  it.runIf(process.platform === 'linux')('reports a full disk', async () => {
    const writing = write(folder.join('file.txt'), () => writeFile('/dev/full', 'new'));
    await expect(writing).rejects.toMatchObject({ code: 'disk_full' });
    expect(await readdir(folder.path)).toEqual([]);
  });
});
