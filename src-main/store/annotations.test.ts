import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAnnotations } from './annotations/open-annotations.ts';
import { listId, otherListId, StoreFolder } from './test-store.ts';

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

describe('annotations', () => {
  it('are kept over a restart, for their list only', () => {
    const { annotations } = open();
    const change = { isStarred: true, note: 'gọi lại', addTags: ['VIP', 'Công nợ'] };
    const before = annotations.annotate([tenant('1'), tenant('2')], change);
    expect(before.map(({ annotation }) => annotation)).toEqual([null, null]);
    annotations.nameOwner([listId], '7', 'Anh Minh');
    annotations.close();

    const again = open().annotations;
    const expected = { isStarred: true, note: 'gọi lại', tags: ['Công nợ', 'VIP'] };
    expect(again.ofList(listId).tenants).toEqual(
      new Map([
        ['1', expected],
        ['2', expected],
      ]),
    );
    expect(again.ofList(listId).ownerNames).toEqual(new Map([['7', 'Anh Minh']]));
    expect(again.ofList(otherListId).tenants.size).toBe(0);
    again.close();
  });

  it('are as before after a change was undone, for any changes', () => {
    const { annotations } = open();
    const tags = fc.subarray(['VIP', 'vip', 'Công nợ', 'công nợ', 'nợ'], { maxLength: 3 });
    const anyChange = fc.record(
      { isStarred: fc.boolean(), note: fc.constantFrom('', 'a'), addTags: tags, removeTags: tags },
      { requiredKeys: [] },
    );
    const anyTenantIds = fc.subarray(['1', '2', '3'], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyTenantIds, anyChange), { maxLength: 6 }), (changes) => {
        const states = changes.map(([tenantIds, change]) => {
          const state = new Map(annotations.ofList(listId).tenants);
          return {
            state,
            before: annotations.annotate(
              tenantIds.map((id) => tenant(id)),
              change,
            ),
          };
        });
        for (const { tags: ownTags } of annotations.ofList(listId).tenants.values()) {
          const keys = ownTags.map((tag) => tag.toLowerCase());
          expect(new Set(keys).size).toBe(keys.length);
        }
        for (const { state, before } of states.toReversed()) {
          annotations.restore(before);
          expect(new Map(annotations.ofList(listId).tenants)).toEqual(state);
        }
      }),
      { numRuns: 40 },
    );
    annotations.close();
  });

  it('that are empty are deleted', () => {
    const { annotations } = open();
    annotations.annotate([tenant('1')], { isStarred: true, note: 'a', addTags: ['b'] });
    annotations.annotate([tenant('1')], { isStarred: false, note: '', removeTags: ['B'] });
    annotations.nameOwner([listId], '7', 'Anh Minh');
    annotations.nameOwner([listId], '7', null);
    expect(annotations.exportAnnotations(listId)).toEqual({ tenants: [], ownerNames: [] });
    annotations.close();
    const database = new DatabaseSync(databasePath());
    expect(database.prepare('SELECT * FROM annotation').all()).toEqual([]);
    expect(database.prepare('SELECT * FROM owner_name').all()).toEqual([]);
    database.close();
  });

  it('use the spelling that a tag already has in the list, but tell accents apart', () => {
    const { annotations } = open();
    annotations.annotate([tenant('1')], { addTags: ['VIP', 'nợ'] });
    annotations.annotate([tenant('2')], { addTags: ['vip', 'no'] });
    expect(annotations.ofList(listId).tenants.get('2')?.tags).toEqual(['no', 'VIP']);
    expect(annotations.tags([listId])).toEqual([
      { tag: 'VIP', count: 2 },
      { tag: 'nợ', count: 1 },
      { tag: 'no', count: 1 },
    ]);
    annotations.close();
  });

  it('are not changed for any tenant if one would get too many tags', () => {
    const { annotations } = open();
    const many = Array.from({ length: 20 }, (_, at) => `tag ${at}`);
    annotations.annotate([tenant('1')], { addTags: many });
    const { tenants } = annotations.ofList(listId);
    const change = { isStarred: true, addTags: ['one more'] };
    expect(() => annotations.annotate([tenant('2'), tenant('1')], change)).toThrow(
      expect.objectContaining({ code: 'too_many_tags' }),
    );
    expect(annotations.ofList(listId).tenants).toBe(tenants);
    annotations.close();
  });

  it('can be exported from one list and imported into another', () => {
    const { annotations } = open();
    annotations.annotate([tenant('1'), tenant('2')], { note: 'a', addTags: ['b'] });
    annotations.annotate([tenant('2', otherListId), tenant('3', otherListId)], { note: 'c' });
    annotations.nameOwner([listId], '7', 'Anh Minh');
    annotations.importAnnotations(otherListId, annotations.exportAnnotations(listId));
    const { tenants, ownerNames } = annotations.ofList(otherListId);
    expect(Array.from(tenants, ([id, { note }]) => [id, note]).toSorted()).toEqual([
      ['1', 'a'],
      ['2', 'a'],
      ['3', 'c'],
    ]);
    expect(ownerNames).toEqual(new Map([['7', 'Anh Minh']]));
    annotations.close();
  });

  it('of a removed account are in no file, and those of another account are kept', () => {
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
});

describe('the file of annotations', () => {
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

  it('is restored from its backup copy if it is missing', () => {
    saveNote('first');
    rmSync(databasePath());
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
