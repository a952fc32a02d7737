import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { PartialFiles } from './partial-files.ts';
import { saveFile } from './save-file.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(async () => {
  path = folder.join('sheets', 'tenants.xlsx');
  await mkdir(folder.join('sheets'));
  await mkdir(folder.join('downloads'));
});

const sheets = async () => (await readdir(folder.join('sheets'))).toSorted();

/** Saves a file with the content `new`. @param meanwhile runs before the finished file gets its name. */
function save(target: string, { meanwhile, patienceMilliseconds = 20, signal }: Save = {}) {
  return saveFile(
    target,
    async (file) => {
      await file.writeFile('new');
      await meanwhile?.();
      return 7;
    },
    {
      fallbackFolder: folder.join('downloads'),
      partialFiles: new PartialFiles(folder.join('data')),
      patienceMilliseconds,
      signal,
    },
  );
}

interface Save {
  meanwhile?: () => unknown;
  patienceMilliseconds?: number;
  signal?: AbortSignal;
}

/** Runs a system command. @returns `false` if the command failed, for example for lack of permissions. */
function runCommand(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lets a rename over `path` fail with EBUSY, as on Windows while a virus scanner holds the file. */
async function hold(): Promise<boolean> {
  const other = folder.join('other');
  await writeFile(other, 'mounted over it');
  return runCommand('mount', '--bind', other, path);
}

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

describe('a finished file', () => {
  it('waits for a program that holds the old file for a moment', async ({ skip }) => {
    await writeFile(path, 'old');
    if (!(await hold())) skip('Nothing can be mounted here');
    const meanwhile = () => setTimeout(() => runCommand('umount', path), 300);
    const saved = await save(path, { meanwhile, patienceMilliseconds: 10_000 });
    expect(saved).toMatchObject({ path, obstacle: null });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('is saved beside a file that stays in use', async ({ skip }) => {
    await writeFile(path, 'old');
    if (!(await hold())) skip('Nothing can be mounted here');
    try {
      const saved = await save(path);
      const free = folder.join('sheets', 'tenants (2).xlsx');
      expect(saved).toMatchObject({ path: free, obstacle: { code: 'file_in_use', path } });
      expect(await readFile(free, 'utf8')).toBe('new');
    } finally {
      runCommand('umount', path);
    }
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await sheets()).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  it('is saved beside a file that may not be replaced', async ({ skip }) => {
    await writeFile(path, 'old');
    // Linux fails with EPERM for an immutable file, as Windows does for a file that is open in Excel.
    if (!runCommand('chattr', '+i', path)) skip('Files cannot be made immutable here');
    try {
      const saved = await save(path);
      expect(saved).toMatchObject({ obstacle: { code: 'file_in_use', path } });
      expect(await readFile(saved.path, 'utf8')).toBe('new');
    } finally {
      runCommand('chattr', '-i', path);
    }
    expect(await sheets()).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  it('can be canceled while it waits', async ({ skip }) => {
    await writeFile(path, 'old');
    if (!(await hold())) skip('Nothing can be mounted here');
    try {
      const controller = new AbortController();
      const meanwhile = () => setTimeout(() => controller.abort(), 50);
      const saving = save(path, {
        meanwhile,
        patienceMilliseconds: 60_000,
        signal: controller.signal,
      });
      await expect(saving).rejects.toMatchObject({ name: 'AbortError' });
    } finally {
      runCommand('umount', path);
    }
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('is saved beside a folder that took its place', async () => {
    const saved = await save(path, { meanwhile: () => mkdir(path) });
    expect(saved).toMatchObject({ obstacle: { path } });
    expect(saved.path).toBe(folder.join('sheets', 'tenants (2).xlsx'));
    expect(await readFile(saved.path, 'utf8')).toBe('new');
    expect(await sheets()).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  it.skipIf(process.platform === 'win32')(
    'is saved in another folder if its folder was removed',
    async () => {
      const saved = await save(path, {
        meanwhile: () => rm(folder.join('sheets'), { recursive: true }),
      });
      expect(saved.path).toBe(folder.join('downloads', 'tenants.xlsx'));
      expect(saved.obstacle).toMatchObject({ code: 'folder_missing', path });
      expect(await readFile(saved.path, 'utf8')).toBe('new');
    },
  );

  it('is saved in another folder if its disk became read-only', async ({ skip }) => {
    const mounted = folder.join('sheets');
    if (!runCommand('mount', '-t', 'tmpfs', 'tmpfs', mounted)) skip('Nothing can be mounted here');
    try {
      // The open file must be closed before, so the disk becomes read-only through a second mount.
      const saved = await save(path, {
        meanwhile: () => {
          execFileSync('mount', ['--bind', mounted, mounted]);
          execFileSync('mount', ['-o', 'remount,bind,ro', mounted]);
        },
      });
      expect(saved.path).toBe(folder.join('downloads', 'tenants.xlsx'));
      expect(saved.obstacle).toMatchObject({ code: 'folder_not_writable', path });
      expect(await readFile(saved.path, 'utf8')).toBe('new');
    } finally {
      while (runCommand('umount', mounted));
    }
  });
});
