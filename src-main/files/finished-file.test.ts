import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { PartialFiles } from './partial-files.ts';
import { prepareTestFolder } from './test-folder.ts';
import { runCommand } from './test-run-command.ts';
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

/** Lets a rename over `path` fail with EBUSY, as on Windows while a virus scanner holds the file. */
async function hold(): Promise<boolean> {
  const other = folder.join('other');
  await writeFile(other, 'mounted over it');
  return runCommand('mount', '--bind', other, path);
}

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
    if (!runCommand('chattr', '+i', path)) skip('Files cannot be made immutable here');
    try {
      const start = performance.now();
      const saved = await save(path, { patienceMilliseconds: 60_000 });
      // Only Windows has the same code for missing permissions and for a file that is open in Excel.
      expect(saved).toMatchObject({ obstacle: { code: 'folder_not_writable', path } });
      expect(performance.now() - start).toBeLessThan(5_000);
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

  it('is saved beside a file that appeared during the writing', async () => {
    const saved = await save(path, { meanwhile: () => writeFile(path, 'other') });
    const free = folder.join('sheets', 'tenants (2).xlsx');
    expect(saved).toEqual({ value: 7, path: free, obstacle: null });
    expect(await readFile(path, 'utf8')).toBe('other');
    expect(await readFile(free, 'utf8')).toBe('new');
  });

  it('is saved beside a folder that took its place', async () => {
    const saved = await save(path, { meanwhile: () => mkdir(path) });
    expect(saved).toMatchObject({ obstacle: { path } });
    expect(saved.path).toBe(folder.join('sheets', 'tenants (2).xlsx'));
    expect(await readFile(saved.path, 'utf8')).toBe('new');
    expect(await sheets()).toEqual(['tenants (2).xlsx', 'tenants.xlsx']);
  });

  // The names have at most 255 bytes without a number, and more with one.
  it.each([
    ['x'.repeat(247), 'x'.repeat(246)],
    ['ế'.repeat(83), 'ế'.repeat(82)],
  ])('is saved under a shorter name beside a file that appeared: %s', async (stem, short) => {
    const long = folder.join('sheets', `${stem}.xlsx`);
    const saved = await save(long, { meanwhile: () => writeFile(long, 'other') });
    const free = folder.join('sheets', `${short} (2).xlsx`);
    expect(saved).toEqual({ value: 7, path: free, obstacle: null });
    expect(await readFile(long, 'utf8')).toBe('other');
    expect(await readFile(free, 'utf8')).toBe('new');
  });

  it('is saved under a shorter name beside a folder that took its place', async () => {
    const long = folder.join('sheets', `${'x'.repeat(250)}.xlsx`);
    const saved = await save(long, { meanwhile: () => mkdir(long) });
    expect(saved.path).toBe(folder.join('sheets', `${'x'.repeat(246)} (2).xlsx`));
    expect(saved.obstacle).toMatchObject({ path: long });
    expect(await readFile(saved.path, 'utf8')).toBe('new');
  });

  it.skipIf(process.platform === 'win32')(
    'is saved under a shorter name in another folder that has the name',
    async () => {
      const long = folder.join('sheets', `${'x'.repeat(250)}.xlsx`);
      await writeFile(folder.join('downloads', `${'x'.repeat(250)}.xlsx`), 'other');
      const saved = await save(long, {
        meanwhile: () => rm(folder.join('sheets'), { recursive: true }),
      });
      expect(saved.path).toBe(folder.join('downloads', `${'x'.repeat(246)} (2).xlsx`));
      expect(saved.obstacle).toMatchObject({ code: 'folder_missing', path: long });
      expect(await readFile(saved.path, 'utf8')).toBe('new');
    },
  );

  it('keeps its own name in another folder if a file appeared and its disk became read-only', async ({
    skip,
  }) => {
    const mounted = folder.join('sheets');
    if (!runCommand('mount', '-t', 'tmpfs', 'tmpfs', mounted)) skip('Nothing can be mounted here');
    try {
      const saved = await save(path, {
        meanwhile: async () => {
          await writeFile(path, 'other');
          execFileSync('mount', ['--bind', mounted, mounted]);
          execFileSync('mount', ['-o', 'remount,bind,ro', mounted]);
        },
      });
      expect(saved.path).toBe(folder.join('downloads', 'tenants.xlsx'));
      expect(saved.obstacle).toMatchObject({ code: 'folder_not_writable' });
    } finally {
      while (runCommand('umount', mounted));
    }
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

  it('leaves nothing in another folder whose disk is full', async ({ skip }) => {
    const full = folder.join('downloads');
    const mounting = runCommand('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', full);
    if (!mounting) skip('Nothing can be mounted here');
    try {
      const saving = save(path, {
        content: 'x'.repeat(200_000),
        meanwhile: () => rm(folder.join('sheets'), { recursive: true }),
      });
      await expect(saving).rejects.toMatchObject({ code: 'folder_missing', path });
      expect(await readdir(full)).toEqual([]);
    } finally {
      runCommand('umount', full);
    }
  });

  it('is copied to its place while a virus scanner holds it', async ({ skip }) => {
    let partial = '';
    const meanwhile = async () => {
      partial = folder.join('sheets', (await sheets())[0] ?? '');
      // An immutable file can be read but not renamed, like a file that a virus scanner reads on Windows.
      if (!runCommand('chattr', '+i', partial)) skip('Files cannot be made immutable here');
    };
    try {
      expect(await save(path, { meanwhile })).toEqual({ value: 7, path, obstacle: null });
      expect(await readFile(path, 'utf8')).toBe('new');
    } finally {
      runCommand('chattr', '-i', partial);
    }
    // The held file is removed at the next start.
    await new PartialFiles(folder.join('data')).removeAbandoned();
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

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
