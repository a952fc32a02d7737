import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { readRows } from '../export/xlsx/test-workbook-reader.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { withRecords } from '../list-ids.ts';
import { listId, startLists, type TestLists } from './test-lists.ts';

const hotlinesId = withRecords(listId, 'hotlines');
const folder = prepareTestFolder();

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'key', tenants: 300, hotlines: 400 });
  await using lists = await startLists({ dataFolder: folder.path });
  await lists.refresh(sandbox);
  await lists.refresh(sandbox, { listId: hotlinesId });
});
afterEach(() => sandbox.close());

const path = () => folder.join('hotlines.sqlite');
type Damage = [name: string, damage: () => Promise<void>];
const damages: [Damage, Damage, Damage] = [
  ['has damaged pages', async () => writeFile(path(), (await readFile(path())).fill(0xff, 8_192))],
  ['is no database', () => writeFile(path(), 'no database at all, but long enough'.repeat(99))],
  [
    'is that of a newer version',
    async () => {
      const database = new DatabaseSync(path());
      database.exec('PRAGMA user_version = 99');
      database.close();
      return Promise.resolve();
    },
  ],
];

const namesAside = async () =>
  (await readdir(folder.path)).filter((name) => /corrupt-[\dTZ-]+$/.test(name));

/** Exports all tenants with everything about hotlines. Returns the rows of each sheet. */
async function exportAll(lists: TestLists) {
  const options = { ...defaultExportOptions, columns: ['name', 'hotlines'] } as const;
  const { path } = await lists.lists.call(
    'writeExport',
    lists.exportRequest(sandbox, {
      options: { ...options, columns: [...options.columns], withHotlines: true },
    }),
  );
  const rows = await readRows(path, 0);
  await rm(path);
  return rows;
}

describe('a file of hotlines', () => {
  it('is used by all calls for tenants', async () => {
    await using lists = await startLists({ dataFolder: folder.path });
    const { tenants } = await lists.list();
    expect(tenants.some(({ hotlines = [] }) => hotlines.length > 0)).toBe(true);
    expect((await exportAll(lists)).some((row) => row[1] !== undefined)).toBe(true);
  });

  it.each(damages)('that %s does not harm the tenants', async (_name, damage) => {
    await damage();
    await using lists = await startLists({ dataFolder: folder.path });
    for (let time = 0; time < 2; time++) {
      expect(await lists.list()).toMatchObject({ total: 300 });
      const rows = await exportAll(lists);
      expect(rows).toHaveLength(301);
      expect(await lists.refresh(sandbox, { mode: 'quick' })).toMatchObject({ isComplete: true });
      expect(await lists.refresh(sandbox)).toMatchObject({ rows: 300, isComplete: true });
    }
    expect(await lists.status()).toMatchObject({ state: 'complete', tenants: 300 });
    const aside = await namesAside();
    expect(aside.filter((name) => !name.startsWith('hotlines.sqlite'))).toEqual([]);
    expect((await lists.list()).tenants).toHaveLength(100);
  });

  it.each(damages.slice(0, 2))('that %s is replaced, and read again', async (_name, damage) => {
    await damage();
    await using lists = await startLists({ dataFolder: folder.path });
    const ofHotlines = { listIds: [hotlinesId], filter: {} };
    await lists.list(ofHotlines).catch(() => undefined);
    expect(await lists.refresh(sandbox, { listId: hotlinesId })).toMatchObject({ rows: 400 });
    expect(await lists.list(ofHotlines)).toMatchObject({ total: 400 });
    expect(await namesAside()).toHaveLength(1);
    expect(await lists.status()).toMatchObject({ state: 'complete', tenants: 300 });
  });

  it('that is of a newer version keeps the tenants of a list that cannot be removed', async () => {
    const [, , [, damage]] = damages;
    await damage();
    await using lists = await startLists({ dataFolder: folder.path });
    await expect(lists.lists.call('removeList', { listId })).rejects.toMatchObject({
      code: 'store_too_new',
    });
    expect(await lists.status()).toMatchObject({ state: 'complete', tenants: 300 });
  });

  it('stays as it is if the file of tenants is damaged', async () => {
    const tenantsPath = join(folder.path, 'tenants.sqlite');
    await writeFile(tenantsPath, (await readFile(tenantsPath)).fill(0xff, 8_192));
    await using lists = await startLists({ dataFolder: folder.path });
    await lists.list().catch(() => undefined);
    const page = await lists.list({ listIds: [hotlinesId] });
    expect(page).toMatchObject({ total: 400 });
    expect((await namesAside()).map((name) => name.split('.')[0])).toEqual(['tenants']);
  });
});
