import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAnnotations } from './annotations/open-annotations.ts';
import { listId, StoreFolder } from './test-store.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(() => folder[Symbol.dispose]());

const open = () => openAnnotations(folder.path);
const tenant = (tenantId: string, ofList = listId) => ({ listId: ofList, tenantId });
const databasePath = () => join(folder.path, 'annotations.sqlite');
const backupPath = () => join(folder.path, 'annotations.backup.sqlite');

/** Annotates a tenant in a session of its own. */
function saveNote(note: string, tenantId = '1'): void {
  const { annotations } = open();
  annotations.annotate([tenant(tenantId)], { note });
  annotations.close();
}

function readNotes(): (string | undefined)[] {
  const { annotations } = open();
  const notes = [...annotations.ofList(listId).tenants.values()].map(({ note }) => note);
  annotations.close();
  return notes;
}

function damage(path: string): void {
  writeFileSync(path, readFileSync(path).fill(0xff, 1024));
}

describe('the file of annotations', () => {
  it('has nothing of a removed account, and keeps the annotations of others', () => {
    const { annotations } = open();
    annotations.annotate([tenant('1', 'one https://a'), tenant('1', 'one https://b')], {
      note: 'secret of one',
    });
    annotations.nameOwner(['one https://a'], '7', 'secret of one');
    annotations.annotate([tenant('1', 'one-two https://a')], { note: 'kept of two' });
    annotations.close();
    const again = open().annotations;
    again.removeLists('one ');
    const contents = () =>
      readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name)));
    expect(contents().filter((content) => content.includes('secret'))).toEqual([]);
    again.close();
    expect(contents().filter((content) => content.includes('secret'))).toEqual([]);
    // The database and its backup copy.
    expect(contents().filter((content) => content.includes('kept of two'))).toHaveLength(2);
  });

  it('has nothing of a removed account after a second attempt, if the first one failed', () => {
    saveNote('secret');
    const { annotations } = open();
    // The backup copy cannot be replaced by a file while it is a folder.
    const copy = readFileSync(backupPath());
    rmSync(backupPath());
    mkdirSync(join(backupPath(), 'in the way'), { recursive: true });
    expect(() => annotations.removeLists(listId)).toThrow(
      expect.objectContaining({ path: backupPath() }),
    );
    rmSync(backupPath(), { recursive: true });
    writeFileSync(backupPath(), copy);
    annotations.removeLists(listId);
    annotations.close();
    const contents = readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name)));
    expect(contents.filter((content) => content.includes('secret'))).toEqual([]);
  });

  it('has a backup copy after each session with changes, which only the user can read', () => {
    saveNote('first');
    expect(existsSync(backupPath())).toBe(true);
    if (process.platform !== 'win32') expect(statSync(backupPath()).mode & 0o777).toBe(0o600);
  });

  it('is replaced by its backup copy if it is damaged, and kept under another name', () => {
    saveNote('first');
    damage(databasePath());
    const { annotations, notice } = open();
    expect(notice).toMatchObject({ code: 'annotations_restored' });
    expect(notice?.path).toMatch(/annotations\.sqlite\.corrupt-/);
    expect(existsSync(notice?.path ?? '')).toBe(true);
    expect(annotations.ofList(listId).tenants.get('1')?.note).toBe('first');
    annotations.annotate([tenant('2')], { note: 'second' });
    annotations.close();
    expect(readNotes()).toEqual(['first', 'second']);
  });

  it('is empty if its backup copy is damaged as well', () => {
    saveNote('first');
    damage(databasePath());
    damage(backupPath());
    const { annotations, notice } = open();
    expect(notice).toMatchObject({ code: 'annotations_unreadable' });
    expect(annotations.ofList(listId).tenants.size).toBe(0);
    annotations.annotate([tenant('2')], { note: 'second' });
    annotations.close();
    expect(readNotes()).toEqual(['second']);
  });

  it('is restored from its backup copy if it is missing, which is said', () => {
    saveNote('first');
    rmSync(databasePath());
    const { annotations, notice } = open();
    expect(notice).toMatchObject({ code: 'annotations_missing' });
    annotations.close();
    expect(readNotes()).toEqual(['first']);
  });

  it('is restored without the log of a missing database', () => {
    const { annotations } = open();
    const tenants = Array.from({ length: 400 }, (_, at) => tenant(String(at)));
    annotations.annotate(tenants, { note: 'first '.repeat(50) });
    // The backup copy has no free pages, so its pages are numbered differently.
    const half = tenants.filter((_, at) => at % 2 === 0);
    annotations.annotate(half, { note: '' });
    annotations.close();
    const again = open().annotations;
    again.annotate([tenant('301')], { note: 'second' });
    const log = readFileSync(`${databasePath()}-wal`);
    again.close();
    rmSync(databasePath());
    writeFileSync(`${databasePath()}-wal`, log);
    const { annotations: restored, notice } = open();
    expect(notice).toMatchObject({ code: 'annotations_missing' });
    expect(restored.ofList(listId).tenants.size).toBe(200);
    restored.close();
  });

  it('is restored at the next start if the backup copy could not be put in its place', () => {
    saveNote('first');
    damage(databasePath());
    const copy = readFileSync(backupPath());
    // A folder cannot be copied as a file.
    rmSync(backupPath());
    mkdirSync(backupPath());
    expect(() => open()).toThrow(expect.objectContaining({ code: 'file_failed' }));
    rmSync(backupPath(), { recursive: true });
    writeFileSync(backupPath(), copy);
    expect(readNotes()).toEqual(['first']);
  });

  it('has a newer backup copy after a start that follows a crash', () => {
    saveNote('first');
    const { annotations } = open();
    annotations.annotate([tenant('2')], { note: 'second' });
    // The app crashes here: it does not close the file.
    open().annotations.close();
    rmSync(databasePath());
    rmSync(`${databasePath()}-wal`, { force: true });
    expect(readNotes()).toEqual(['first', 'second']);
    annotations.close();
  });

  it('is not touched if a newer version of the app has written it', () => {
    saveNote('first');
    const database = new DatabaseSync(databasePath());
    database.exec('PRAGMA user_version = 99');
    database.close();
    const content = readFileSync(databasePath());
    expect(() => open()).toThrow(expect.objectContaining({ code: 'annotations_too_new' }));
    expect(readFileSync(databasePath())).toEqual(content);
  });

  it.skipIf(process.platform === 'win32')(
    'is reported when it was deleted while it is open',
    () => {
      const { annotations } = open();
      rmSync(folder.path, { recursive: true });
      expect(() => annotations.annotate([tenant('1')], { note: 'a' })).toThrow(
        expect.objectContaining({ code: 'store_gone' }),
      );
      expect(annotations.ofList(listId).tenants.size).toBe(0);
      annotations.close();
      saveNote('again');
      expect(readNotes()).toEqual(['again']);
    },
  );
});
