import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { withRecords } from '../list-ids.ts';
import { StoreCheck } from '../lists/store-check.ts';
import { listId, startLists } from './test-lists.ts';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

describe('opening the saved lists', () => {
  it('has no notice for a new or an intact database', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    {
      await using first = await startLists({ dataFolder });
      expect(await first.lists.call('getNotices', null)).toEqual([]);
      await first.refresh(sandbox);
    }
    await using second = await startLists({ dataFolder });
    expect(await second.lists.call('getNotices', null)).toEqual([]);
    expect(await second.status()).toMatchObject({ state: 'complete', tenants: 5 });
  });

  it('has a notice for a damaged database, and creates a new one', async () => {
    await writeFile(
      join(dataFolder, 'tenants.sqlite'),
      'no database at all, but long enough'.repeat(99),
    );
    await using opened = await startLists({ dataFolder });
    const path: unknown = expect.stringContaining('.corrupt-');
    expect(await opened.lists.call('getNotices', null)).toMatchObject([
      { code: 'store_unreadable', path },
    ]);
    expect(await opened.status()).toMatchObject({ state: 'none' });
  });

  it('does not touch the database of a newer version, and works live', async () => {
    const database = new DatabaseSync(join(dataFolder, 'tenants.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await using opened = await startLists({ dataFolder });
    expect(await opened.lists.call('getNotices', null)).toMatchObject([{ code: 'store_too_new' }]);
    await expect(opened.status()).rejects.toMatchObject({ code: 'store_too_new' });
    await expect(opened.list()).rejects.toMatchObject({ code: 'store_too_new' });

    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    const path = join(dataFolder, 'live.xlsx');
    const scope = { kind: 'all', source: 'live', filter: {} } as const;
    const request = opened.exportRequest(sandbox, { path, scope });
    const written = await opened.lists.call('writeExport', request);
    expect(written).toMatchObject({ rows: 5, unreadableRows: 0 });
  });

  it('tries again for each call if the folder could not be used', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    const folder = join(dataFolder, 'data');
    await writeFile(folder, 'A file is in the way');
    await using opened = await startLists({ dataFolder: folder });
    const hotlinesId = withRecords(listId, 'hotlines');
    const statusOf = (id: string) => opened.lists.call('getSavedList', { listIds: [id] });
    await expect(statusOf(listId)).rejects.toMatchObject({ code: 'folder_missing' });
    await expect(statusOf(hotlinesId)).rejects.toMatchObject({ code: 'folder_missing' });
    await rm(folder);
    expect(await statusOf(hotlinesId)).toMatchObject({ state: 'none' });
    expect(await opened.refresh(sandbox)).toMatchObject({ rows: 5, isComplete: true });
    expect(await opened.lists.call('getNotices', null)).toMatchObject([{ code: 'folder_missing' }]);
  });

  it('tries again for each call while another program holds a lock', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    const [folder, kept] = [join(dataFolder, 'data'), join(dataFolder, 'kept')];
    {
      await using first = await startLists({ dataFolder: kept });
      await first.refresh(sandbox);
    }
    await writeFile(folder, 'A file is in the way');
    await using opened = await startLists({ dataFolder: folder });
    await expect(opened.status()).rejects.toMatchObject({ code: 'folder_missing' });
    await rm(folder);
    await rename(kept, folder);
    const other = new DatabaseSync(join(folder, 'tenants.sqlite'));
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    await expect(opened.status()).rejects.toMatchObject({ code: 'store_locked' });
    other.close();
    expect(await opened.status()).toMatchObject({ state: 'complete', tenants: 5 });
  });

  it('reports a damaged file once if it could only be opened later', async () => {
    const folder = join(dataFolder, 'data');
    await writeFile(folder, 'A file is in the way');
    await using opened = await startLists({ dataFolder: folder });
    await expect(opened.status()).rejects.toMatchObject({ code: 'folder_missing' });
    await rm(folder);
    await mkdir(folder);
    await writeFile(join(folder, 'tenants.sqlite'), 'no database at all'.repeat(99));
    const path: unknown = expect.stringContaining('.corrupt-');
    await expect(opened.status()).rejects.toMatchObject({ code: 'store_unreadable', path });
    expect(await opened.status()).toMatchObject({ state: 'none' });
  });

  it('continues with a new database if the check finds damage, and keeps the old one', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    await using opened = await startLists({ dataFolder });
    await opened.refresh(sandbox);
    const notices: unknown[] = [];
    const check = new StoreCheck({
      start: (records) =>
        new Worker(
          `require("node:worker_threads").parentPort.postMessage(${records === 'tenants'})`,
          { eval: true },
        ),
      setAside: (records) => opened.lists.call('setAside', { records }),
      onNotice: (notice) => notices.push(notice),
      log: () => undefined,
    });
    await check.run();
    const path: unknown = expect.stringContaining('.corrupt-');
    expect(notices).toMatchObject([{ code: 'store_unreadable', path }]);
    expect(await opened.status()).toMatchObject({ state: 'none' });
    expect(await opened.refresh(sandbox)).toMatchObject({ rows: 5, isComplete: true });
    expect(opened.threads).toHaveLength(1);
  });

  it('continues with a new database if a call finds damage', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 500 });
    const path = join(dataFolder, 'tenants.sqlite');
    {
      await using first = await startLists({ dataFolder });
      await first.refresh(sandbox);
    }
    const file = await readFile(path);
    await writeFile(path, file.fill(0xff, 8192));
    await using opened = await startLists({ dataFolder });
    const calls = await Promise.allSettled([opened.list(), opened.list(), opened.status()]);
    expect(calls[0]).toMatchObject({ status: 'rejected', reason: { code: 'store_unreadable' } });
    expect(await opened.refresh(sandbox)).toMatchObject({ rows: 500, isComplete: true });
    const names = await readdir(dataFolder);
    expect(names.filter((name) => /corrupt-[\dTZ-]+$/.test(name)).length).toBe(1);
  });

  it.skipIf(process.platform === 'win32')(
    'reports a refresh that is not kept because the folder was deleted, and then works again',
    async () => {
      await using sandbox = await startSandbox({ apiKey: 'key', tenants: 250 });
      await using opened = await startLists({ dataFolder });
      await opened.refresh(sandbox);
      const onProgress = (rows: number) => {
        if (rows === 100) rmSync(dataFolder, { recursive: true });
      };
      const refresh = opened.refresh(sandbox, {}, { onProgress });
      await expect(refresh).rejects.toMatchObject({ code: 'store_gone', path: dataFolder });
      expect(await opened.refresh(sandbox)).toMatchObject({ rows: 250, isComplete: true });
      await using again = await startLists({ dataFolder });
      expect(await again.status()).toMatchObject({ state: 'complete', tenants: 250 });
    },
  );
});
