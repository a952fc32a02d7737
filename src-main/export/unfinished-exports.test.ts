import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import { plainTenants, runTestExport } from './test-export.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  path = join(folder, 'tenants.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

describe('an export that does not come to its end', () => {
  it('does nothing when the dialog is closed', async () => {
    const { result } = await runTestExport({ folder, chosen: null });
    expect(result).toEqual({ outcome: 'dismissed' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing behind when it is canceled, and the old file as it was', async () => {
    await writeFile(path, 'an older sheet');
    const controller = new AbortController();
    async function* endlessly() {
      for (let page = 0; ; page++) {
        if (page === 3) controller.abort();
        yield await Promise.resolve({ rows: plainTenants, unreadableRows: 0 });
      }
    }
    const running = runTestExport({ folder, pages: endlessly(), signal: controller.signal });
    await expect(running).rejects.toMatchObject({ code: 'canceled' });
    expect(await readFile(path, 'utf8')).toBe('an older sheet');
    expect(await readdir(folder)).toEqual(['tenants.xlsx']);
  });

  it('is canceled at once while the server hangs', async () => {
    const controller = new AbortController();
    async function* hanging() {
      yield await Promise.resolve({ rows: plainTenants, unreadableRows: 0 });
      setTimeout(() => controller.abort());
      await new Promise((_resolve, reject) => {
        controller.signal.addEventListener('abort', () => reject(new Error('canceled')));
      });
    }
    const running = runTestExport({ folder, pages: hanging(), signal: controller.signal });
    await expect(running).rejects.toMatchObject({ code: 'canceled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing behind when the server fails after a while', async () => {
    async function* breakingOff() {
      yield await Promise.resolve({ rows: plainTenants, unreadableRows: 0 });
      await new Promise((resolve) => setTimeout(resolve));
      throw new AppError({ code: 'server_failed', message: 'The server answered 500' });
    }
    await expect(runTestExport({ folder, pages: breakingOff() })).rejects.toMatchObject({
      code: 'server_failed',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing behind when the server fails', async () => {
    async function* breakingOff() {
      yield await Promise.resolve({ rows: plainTenants, unreadableRows: 0 });
      throw new AppError({ code: 'server_failed', message: 'The server answered 500' });
    }
    await expect(runTestExport({ folder, pages: breakingOff() })).rejects.toMatchObject({
      code: 'server_failed',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('names a folder that is gone', async () => {
    const gone = join(folder, 'gone', 'tenants.xlsx');
    await expect(runTestExport({ folder, chosen: gone })).rejects.toMatchObject({
      code: 'folder_missing',
      path: gone,
    });
  });
});
