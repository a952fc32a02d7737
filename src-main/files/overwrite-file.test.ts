import { link, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareTestFolder } from './test-folder.ts';
import { canTrace, runWithFaults } from './test-strace.ts';

const script = new URL('test-saving-script.ts', import.meta.url);
const folder = prepareTestFolder();
let path: string;
let other: string;
beforeEach(async () => {
  path = folder.join('sheets', 'tenants.xlsx');
  other = folder.join('other.xlsx');
  await mkdir(folder.join('sheets'));
  await mkdir(folder.join('data'));
});

const save = (faults: string[]) => runWithFaults(faults, [script, folder.path], [path]);

const read = (name: string) => readFile(folder.join('sheets', name), 'utf8');

describe('overwriting a file', async () => {
  const isTraced = await canTrace();
  const old = 'old '.repeat(600_000);
  const small = 'new';
  const large = 'new '.repeat(900_000);

  it.runIf(isTraced).each([
    ['a shorter one', small],
    ['a longer one', large],
  ])('with %s needs neither its owner nor an empty file', async (_, content) => {
    await writeFile(path, old);
    await link(path, other);
    await writeFile(folder.join('new.xlsx'), content);
    // As for a file of another user, to which this one may write.
    const outcome = await save(['chmod,fchmod,chown,fchown:error=EPERM', 'unlink:error=EPERM']);
    expect(outcome).toEqual({ path, obstacle: null });
    expect(await readFile(other, 'utf8')).toBe(content);
    expect((await stat(path)).nlink).toBe(2);
    expect(await readdir(folder.join('sheets'))).toEqual(['tenants.xlsx']);
  });

  it.runIf(isTraced).each([
    ['its second write', ['pwrite64:error=ENOSPC:when=2'], 'disk_full'],
    ['its sync', ['fsync,fdatasync:error=EIO:when=1'], 'disk_gone'],
    ['its new length', ['ftruncate:error=EIO:when=1'], 'disk_gone'],
    ['opening it', ['openat:error=EACCES:when=1+'], 'folder_not_writable'],
  ])('gives it its old content back if %s fails', async (_, faults, obstacle) => {
    await writeFile(path, old);
    await link(path, other);
    await writeFile(folder.join('new.xlsx'), large);
    const beside = folder.join('sheets', 'tenants (2).xlsx');
    expect(await save(faults)).toEqual({ path: beside, obstacle });
    expect(await readFile(other, 'utf8')).toBe(old);
    expect((await stat(path)).nlink).toBe(2);
    expect(await read('tenants (2).xlsx')).toBe(large);
    expect(await readdir(folder.join('sheets'))).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  it.runIf(isTraced)('keeps the old content beside it if it cannot be written back', async () => {
    await writeFile(path, old);
    await link(path, other);
    await writeFile(folder.join('new.xlsx'), large);
    const outcome = await save(['pwrite64:error=EIO:when=2+']);
    expect(outcome).toEqual({
      path: folder.join('sheets', 'tenants (3).xlsx'),
      obstacle: 'disk_gone',
    });
    expect(await read('tenants (2).xlsx')).toBe(old);
    expect(await read('tenants (3).xlsx')).toBe(large);
  });
});
