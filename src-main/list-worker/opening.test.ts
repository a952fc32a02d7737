import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { startLists } from './test-lists.ts';

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
      expect(await first.lists.call('notice', null)).toBeNull();
      await first.refresh(sandbox);
    }
    await using second = await startLists({ dataFolder });
    expect(await second.lists.call('notice', null)).toBeNull();
    expect(await second.status()).toMatchObject({ state: 'complete', tenants: 5 });
  });

  it('has a notice for a damaged database, and creates a new one', async () => {
    await writeFile(
      join(dataFolder, 'tenants.sqlite'),
      'no database at all, but long enough'.repeat(99),
    );
    await using opened = await startLists({ dataFolder });
    const path: unknown = expect.stringContaining('.corrupt-');
    expect(await opened.lists.call('notice', null)).toMatchObject({
      code: 'store_unreadable',
      path,
    });
    expect(await opened.status()).toMatchObject({ state: 'none' });
  });

  it('does not touch the database of a newer version, and works live', async () => {
    const database = new DatabaseSync(join(dataFolder, 'tenants.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await using opened = await startLists({ dataFolder });
    expect(await opened.lists.call('notice', null)).toMatchObject({ code: 'store_too_new' });
    await expect(opened.status()).rejects.toMatchObject({ code: 'store_too_new' });
    await expect(opened.list()).rejects.toMatchObject({ code: 'store_too_new' });

    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    const path = join(dataFolder, 'live.xlsx');
    const scope = { kind: 'all', source: 'live', filter: {} } as const;
    const request = opened.exportRequest(sandbox, { path, scope });
    const written = await opened.lists.call('writeExport', request);
    expect(written).toMatchObject({ rows: 5, unreadableRows: 0 });
  });
});
