import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertNotInUse, writeBeside } from './write-beside.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-beside-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing beside and renaming', () => {
  it('replaces the file as a whole', async () => {
    const path = join(folder, 'file.txt');
    await writeFile(path, 'old');
    const answer = await writeBeside(path, async (file) => {
      await file.writeFile('new');
      expect(await readFile(path, 'utf8')).toBe('old');
      return 7;
    });
    expect(answer).toBe(7);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['file.txt']);
  });

  it('leaves nothing behind and the old file as it was when writing fails', async () => {
    const path = join(folder, 'file.txt');
    await writeFile(path, 'old');
    const writing = writeBeside(path, async (file) => {
      await file.writeFile('half');
      throw new Error('broke off');
    });
    await expect(writing).rejects.toThrow('broke off');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file.txt']);
  });

  it('names a folder that is gone', async () => {
    const path = join(folder, 'gone', 'file.txt');
    const writing = writeBeside(path, (file) => file.writeFile('new'));
    await expect(writing).rejects.toMatchObject({ code: 'folder_missing', path });
  });

  it('does not replace a folder', async () => {
    const writing = writeBeside(folder, (file) => file.writeFile('new'));
    await expect(writing).rejects.toMatchObject({ name: 'AppError', path: folder });
  });

  it.runIf(process.platform === 'linux')('names a disk that is full', async () => {
    const writing = writeBeside(join(folder, 'file.txt'), () => writeFile('/dev/full', 'new'));
    await expect(writing).rejects.toMatchObject({ code: 'disk_full' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a file that another program holds', () => {
  it('is free when nobody holds it, or when it is not there', async () => {
    const path = join(folder, 'file.txt');
    await expect(assertNotInUse(path)).resolves.toBeUndefined();
    await writeFile(path, 'old');
    await expect(assertNotInUse(path)).resolves.toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  // A running program's file is the one that Linux refuses to write; Windows refuses it too, as it does Excel's.
  it.skipIf(process.platform === 'darwin')('is found out before the work is done', async () => {
    const path = join(folder, process.platform === 'win32' ? 'running.exe' : 'running');
    await copyFile(process.execPath, path);
    const program = spawn(path, ['-e', 'process.stdin.resume(); console.log("runs")'], {
      env: {},
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(program.stdout, 'data');
    await expect(assertNotInUse(path)).rejects.toMatchObject({ code: 'file_in_use', path });
    program.kill();
    await once(program, 'exit');
  });
});
