import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareTestFolder } from './test-folder.ts';
import { saveTestFile, type TestSave } from './test-save-file.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(async () => {
  path = folder.join('sheets', 'tenants.xlsx');
  await mkdir(folder.join('sheets'));
  await mkdir(folder.join('downloads'));
});

const sheets = async () => (await readdir(folder.join('sheets'))).toSorted();

const save = (target: string, options?: TestSave) => saveTestFile(folder, target, options);

describe('saving a file', () => {
  it('replaces the whole file at the end', async () => {
    await writeFile(path, 'old');
    const meanwhile = async () => expect(await readFile(path, 'utf8')).toBe('old');
    expect(await save(path, { meanwhile })).toEqual({ value: 7, path, obstacle: null });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('leaves nothing if it fails', async () => {
    await writeFile(path, 'old');
    const meanwhile = () => Promise.reject(new Error('writing failed'));
    await expect(save(path, { meanwhile })).rejects.toThrow('writing failed');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('reports a missing folder, a folder in the place of the file, and a pipe', async () => {
    const missing = folder.join('gone', 'tenants.xlsx');
    await expect(save(missing)).rejects.toMatchObject({ code: 'folder_missing', path: missing });
    await mkdir(path);
    await expect(save(path)).rejects.toMatchObject({ code: 'file_failed', path });
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });
});

describe.skipIf(process.platform === 'win32')('what the user set up around a file', () => {
  it('includes a symbolic link, whose target is replaced', async () => {
    const target = folder.join('target.xlsx');
    await writeFile(target, 'old');
    await symlink('../target.xlsx', path);
    const beside = folder.join('sheets', 'link.xlsx');
    await symlink('tenants.xlsx', beside);
    expect(await save(beside)).toMatchObject({ path: beside, obstacle: null });
    expect(await readlink(path)).toBe('../target.xlsx');
    expect(await readlink(beside)).toBe('tenants.xlsx');
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await lstat(target)).isSymbolicLink()).toBe(false);
  });

  it('includes a link whose target does not exist yet', async () => {
    await symlink('../target.xlsx', path);
    await save(path);
    expect(await readlink(path)).toBe('../target.xlsx');
    expect(await readFile(folder.join('target.xlsx'), 'utf8')).toBe('new');
  });

  it('does not include a loop of links, or a link to a missing folder', async () => {
    await symlink('tenants.xlsx', path);
    await expect(save(path)).rejects.toMatchObject({ code: 'file_failed', path });
    const other = folder.join('sheets', 'other.xlsx');
    await symlink('gone/other.xlsx', other);
    await expect(save(other)).rejects.toMatchObject({ code: 'folder_missing', path: other });
    expect(await sheets()).toEqual(['other.xlsx', 'tenants.xlsx']);
  });

  it.each([0o600, 0o640, 0o666])('includes the mode %o', async (mode) => {
    await writeFile(path, 'old');
    await chmod(path, mode);
    await save(path);
    expect((await stat(path)).mode & 0o777).toBe(mode);
  });

  it.runIf(process.getuid?.() === 0)('includes the owner and the group', async () => {
    await writeFile(path, 'old');
    await chown(path, 12, 34);
    await save(path);
    expect(await stat(path)).toMatchObject({ uid: 12, gid: 34 });
  });

  it('includes hard links', async () => {
    await writeFile(path, 'old');
    const other = folder.join('other.xlsx');
    await link(path, other);
    await save(path);
    expect(await readFile(other, 'utf8')).toBe('new');
    expect((await stat(path)).nlink).toBe(2);
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });
});
