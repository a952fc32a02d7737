import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBeside } from '../files/write-beside.ts';
import { plainTenants, writeTestExport } from './test-export.ts';
import { WorkbookWriter } from './xlsx/workbook.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-days-'));
  path = join(folder, 'tenants.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

/** Rows without end, no two alike, so that they stay large when they are packed. */
async function* endlessly() {
  for (let page = 0; ; page++) {
    const rows = plainTenants.map((tenant) => ({
      ...tenant,
      name: Array.from({ length: 40 }, () => Math.random().toString(36)).join(''),
    }));
    yield await Promise.resolve({ rows, unreadableRows: 0 });
  }
}

/** Runs a command of the system that changes what the folder or the file can do; `false` where it may not. */
function system(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('an export on a bad day', () => {
  it('meets a disk that fills up in mid-file, and leaves the old file as it was', async ({
    skip,
  }) => {
    if (!system('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)) {
      skip('Nothing can be mounted here');
    }
    try {
      await writeFile(path, 'an older sheet');
      for (const format of ['xlsx', 'csv'] as const) {
        const writing = writeTestExport(path, { pages: endlessly(), options: { format } });
        await expect(writing).rejects.toMatchObject({ code: 'disk_full', path });
        expect(await readdir(folder)).toEqual(['tenants.xlsx']);
        expect(await readFile(path, 'utf8')).toBe('an older sheet');
      }
    } finally {
      system('umount', folder);
    }
  });

  it('meets a folder that can only be read', async ({ skip }) => {
    if (!system('mount', '-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder)) {
      skip('Nothing can be mounted here');
    }
    try {
      await expect(writeTestExport(path)).rejects.toMatchObject({ code: 'folder_not_writable' });
    } finally {
      system('umount', folder);
    }
  });

  it('meets a file that is busy', async ({ skip }) => {
    const other = join(folder, 'other');
    await writeFile(path, 'an older sheet');
    await writeFile(other, 'mounted over it');
    // What is mounted cannot be renamed over: EBUSY, as Windows says of a workbook that Excel has open.
    if (!system('mount', '--bind', other, path)) skip('Nothing can be mounted here');
    try {
      await expect(writeTestExport(path)).rejects.toMatchObject({ code: 'file_in_use', path });
    } finally {
      system('umount', path);
    }
    expect(await readFile(path, 'utf8')).toBe('an older sheet');
    expect((await readdir(folder)).sort()).toEqual(['other', 'tenants.xlsx']);
  });

  it('meets a file that Windows says may not be replaced: it is open in Excel', async ({
    skip,
  }) => {
    await writeFile(path, 'an older sheet');
    // Linux gives EPERM, as Windows does, for a file that is made immutable.
    if (!system('chattr', '+i', path)) skip('Files cannot be made immutable here');
    try {
      const writing = writeBeside(path, (file) => file.writeFile('new'), { platform: 'win32' });
      await expect(writing).rejects.toMatchObject({ code: 'file_in_use', path });
      expect(await readdir(folder)).toEqual(['tenants.xlsx']);
    } finally {
      system('chattr', '-i', path);
    }
  });

  it('meets a name that is too long, and takes the longest there is', async () => {
    const longest = join(folder, `${'x'.repeat(250)}.xlsx`);
    await writeTestExport(longest);
    expect(await readdir(folder)).toHaveLength(1);
    const tooLong = join(folder, `${'x'.repeat(251)}.xlsx`);
    await expect(writeTestExport(tooLong)).rejects.toMatchObject({ code: 'name_too_long' });
    expect(await readdir(folder)).toHaveLength(1);
  });

  // Nothing short of pulling a drive makes a disk fail like one; but the kernel gives EIO for writing where a process
  // has no memory, so the writer meets the true error of a true file.
  it.runIf(process.platform === 'linux')('meets a drive that is pulled', async () => {
    const pulled = await open('/proc/self/mem', 'r+');
    try {
      const properties = { title: '', creator: '', created: new Date() };
      const { signal } = new AbortController();
      const writing = writeBeside(path, () =>
        new WorkbookWriter(pulled, { properties, signal }).end(),
      );
      await expect(writing).rejects.toMatchObject({ code: 'disk_gone', path });
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await pulled.close();
    }
  });

  it('is killed in mid-export: the old file is whole, and what is left goes with a later export', async () => {
    await writeFile(path, 'an older sheet');
    const script = fileURLToPath(new URL('test-killed-writer.ts', import.meta.url));
    const writer = spawn(process.execPath, [script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(await readFile(path, 'utf8')).toBe('an older sheet');
    const [left = '', ...others] = (await readdir(folder)).filter(
      (name) => name !== 'tenants.xlsx',
    );
    expect(left).toMatch(/^\..*\.partial$/);
    expect(others).toEqual([]);

    // It may be somebody's who is still at work.
    await writeTestExport(path);
    expect((await readdir(folder)).sort()).toEqual([left, 'tenants.xlsx']);
    const twoHoursAgo = new Date(Date.now() - 7_200_000);
    await utimes(join(folder, left), twoHoursAgo, twoHoursAgo);
    await writeTestExport(path);
    expect(await readdir(folder)).toEqual(['tenants.xlsx']);
  });
});
