import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareTestFolder } from '../../src-main/files/test-folder.ts';
import { withRecords } from '../../src-main/list-ids.ts';
import { loadSettings } from '../../src-main/load-settings.ts';
import { keptFolderOf, listKeptVersions } from './kept-versions.ts';
import { partnerListId } from './make-data.ts';
import { openData } from './open-data.ts';
import { readAt, readData } from './read-data.ts';

const stored = join(keptFolderOf(listKeptVersions().at(-1) ?? ''), 'data');
const settingsNames = [
  ...['accounts', 'account-settings', 'preferences', 'recent-exports', 'views', 'window'],
].map((name) => `${name}.json`);

const folder = prepareTestFolder();
beforeEach(() => cp(stored, folder.path, { recursive: true }));

const open = () => openData(folder.path, { now: readAt, version: '1.2.3' });
const parts = {
  systemLanguage: 'en' as const,
  sampleName: () => 'Sample data',
  onAccounts: () => undefined,
  log: () => undefined,
};

type Path = readonly (string | number)[];

/** Returns the paths of everything in a JSON value, itself included. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const isList = Array.isArray(value);
  const inside = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, [...path, isList ? Number(key) : key]),
  );
  return [path, ...inside];
}

/** Returns a copy of a JSON value in which the value at a path is changed. */
function changeAt(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (at === key ? changeAt(item, rest, change) : item));
  }
  const entries = Object.entries(value ?? {});
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === key ? changeAt(item, rest, change) : item]),
  );
}

/** What a newer version may write in the place of a value: one more field, or a value of a new kind. */
function toNewer(value: unknown): unknown {
  if (Array.isArray(value)) return value.concat({ newer: true });
  const isObject = typeof value === 'object' && value !== null;
  return isObject ? { ...value, newer: { value: 1 } } : { newer: true };
}

describe('a settings file of a newer version', () => {
  it.each(settingsNames)('is kept as it was, whatever is new in %s', async (name) => {
    const path = folder.join(name);
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    // Of several items of an array, one is enough.
    const shapes = pathsIn(json).map((at) => [at.filter((key) => typeof key === 'string'), at]);
    const paths = new Map(shapes.map(([shape, at]) => [JSON.stringify(shape), at ?? []]));
    expect(paths.size).toBeGreaterThan(4);
    for (const at of paths.values()) {
      const text = JSON.stringify(changeAt(json, at, toNewer));
      await writeFile(path, text);
      const { notices } = await loadSettings(folder.path, parts);
      expect(notices, text).toHaveLength(1);
      expect(notices[0]?.code, text).toMatch(/^settings_/);
      const keptPath = notices[0]?.path ?? '';
      expect(keptPath).toContain(`${name}.unreadable-`);
      expect(await readFile(keptPath, 'utf8')).toBe(text);
      await rm(keptPath);
    }
  });
});

describe('databases of a newer version', () => {
  const databases = [
    ...['tenants.sqlite', 'hotlines.sqlite', 'annotations.sqlite', 'annotations.backup.sqlite'],
  ];
  const setVersion = (change: number) => {
    for (const name of databases) {
      const database = new DatabaseSync(folder.join(name));
      const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
      database.exec(`PRAGMA user_version = ${version + change}`);
      database.close();
    }
  };
  const readFiles = async () => Promise.all(databases.map((name) => readFile(folder.join(name))));

  it('are refused, and have everything when the newer version opens them again', async () => {
    const content = await readData(folder.path);
    setVersion(1);
    const before = await readFiles();
    {
      using data = await open();
      const { handlers, context } = data;
      expect(await data.notices()).toEqual([
        ...['store_too_new', 'store_too_new', 'annotations_too_new'],
      ]);
      for (const listId of [partnerListId, withRecords(partnerListId, 'hotlines')]) {
        const refresh = data.refresh(listId, 'whole', readAt);
        await expect(refresh).rejects.toMatchObject({ code: 'store_too_new' });
      }
      const mark = { listId: partnerListId, tenantId: '1', annotation: null };
      const marks = { annotations: [mark], ownerNames: [] };
      expect(() => handlers.replaceAnnotations(marks, context)).toThrow(
        expect.objectContaining({ code: 'annotations_too_new' }),
      );
      const path = folder.join('later.json');
      await expect(data.writeBackup(path)).rejects.toMatchObject({ code: 'annotations_too_new' });
    }
    expect(await readFiles()).toEqual(before);
    expect((await readdir(folder.path)).filter((name) => name.includes('corrupt'))).toEqual([]);
    setVersion(-1);
    expect(await readData(folder.path)).toEqual(content);
  });

  it('keep what the newer version wrote last, before it crashed', async () => {
    setVersion(1);
    const newer = new DatabaseSync(folder.join('annotations.sqlite'));
    newer.exec(`
      PRAGMA journal_mode = WAL;
      UPDATE annotation SET note = 'written last';
    `);
    // The app crashes here: the change is only in the log.
    const names = (await readdir(folder.path)).filter((name) => name.startsWith('annotations.'));
    const files = await Promise.all(names.map((name) => readFile(folder.join(name))));
    newer.close();
    await Promise.all(names.map((name, at) => writeFile(folder.join(name), files[at] ?? '')));
    {
      using data = await open();
      expect(await data.notices()).toContain('annotations_too_new');
    }
    const database = new DatabaseSync(folder.join('annotations.sqlite'));
    const notes = database.prepare('SELECT DISTINCT note FROM annotation').all();
    database.close();
    expect(notes).toEqual([{ note: 'written last' }]);
  });

  it('is not replaced by a new one if only its backup copy is left', async () => {
    setVersion(1);
    await rm(folder.join('annotations.sqlite'));
    const copy = await readFile(folder.join('annotations.backup.sqlite'));
    for (let start = 1; start <= 2; start++) {
      using data = await open();
      expect(await data.notices()).toContain('annotations_too_new');
    }
    expect(await readFile(folder.join('annotations.backup.sqlite'))).toEqual(copy);
    expect(await readFile(folder.join('annotations.sqlite'))).toEqual(copy);
  });
});
