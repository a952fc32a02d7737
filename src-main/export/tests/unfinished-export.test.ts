import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src-shared/errors.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { runTestExport, sampleTenants } from './test-export.ts';

const folder = prepareTestFolder();

describe('an export that is canceled or fails', () => {
  it('writes nothing if the user cancels the save dialog', async () => {
    const { result } = await runTestExport({ folder, chosen: null });
    expect(result).toEqual({ outcome: 'dismissed' });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('keeps the old file and leaves no other if it is canceled', async () => {
    const path = folder.join('tenants.xlsx');
    await writeFile(path, 'an older sheet');
    const controller = new AbortController();
    async function* createEndlessBatches() {
      for (let batch = 0; ; batch++) {
        if (batch === 3) controller.abort();
        yield await Promise.resolve({ rows: sampleTenants, unreadableRows: 0 });
      }
    }
    const running = runTestExport({
      folder,
      batches: createEndlessBatches(),
      signal: controller.signal,
    });
    await expect(running).rejects.toMatchObject({ code: 'canceled' });
    expect(await readFile(path, 'utf8')).toBe('an older sheet');
    expect(await readdir(folder.path)).toEqual(['tenants.xlsx']);
  });

  it('can be canceled while the server does not respond', async () => {
    const controller = new AbortController();
    async function* createHangingBatches() {
      yield await Promise.resolve({ rows: sampleTenants, unreadableRows: 0 });
      setTimeout(() => controller.abort());
      await new Promise((_resolve, reject) => {
        controller.signal.addEventListener('abort', () => reject(new Error('canceled')));
      });
    }
    const running = runTestExport({
      folder,
      batches: createHangingBatches(),
      signal: controller.signal,
    });
    await expect(running).rejects.toMatchObject({ code: 'canceled' });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('leaves no file if the server fails after a delay', async () => {
    async function* createFailingBatches() {
      yield await Promise.resolve({ rows: sampleTenants, unreadableRows: 0 });
      await new Promise((resolve) => setTimeout(resolve));
      throw new AppError({ code: 'server_failed', message: 'The server answered 500' });
    }
    await expect(runTestExport({ folder, batches: createFailingBatches() })).rejects.toMatchObject({
      code: 'server_failed',
    });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('leaves no file if the server fails at once', async () => {
    async function* createFailingBatches() {
      yield await Promise.resolve({ rows: sampleTenants, unreadableRows: 0 });
      throw new AppError({ code: 'server_failed', message: 'The server answered 500' });
    }
    await expect(runTestExport({ folder, batches: createFailingBatches() })).rejects.toMatchObject({
      code: 'server_failed',
    });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('reports a missing folder', async () => {
    const path = folder.join('gone', 'tenants.xlsx');
    await expect(runTestExport({ folder, chosen: path })).rejects.toMatchObject({
      code: 'folder_missing',
      path,
    });
  });
});
