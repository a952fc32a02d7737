import fc from 'fast-check';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotationSchema, ownerNameSchema, tagSchema } from '../../src-shared/annotations.ts';
import { openAnnotations } from './annotations/open-annotations.ts';
import { listId, otherListId, StoreFolder } from './test-store.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(() => folder[Symbol.dispose]());

const open = () => openAnnotations(folder.path);
const tenant = (tenantId: string) => ({ listId, tenantId });

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
          annotations.restore({ annotations: before, ownerNames: [] });
          expect(new Map(annotations.ofList(listId).tenants)).toEqual(state);
        }
      }),
      { numRuns: 40 },
    );
    annotations.close();
  });

  it('with characters that SQLite cannot keep are the same after a restart', () => {
    const part = fc.constantFrom('\0', '\uD800', '\uDFEA', '\uFFFD', 'a', '🏪');
    const anyText = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, anyText, anyText, (note, name, tag) => {
        const { annotations } = open();
        const addTags = [tagSchema.parse(tag.replaceAll('\0', 'b'))];
        annotations.annotate([tenant('1')], {
          note: annotationSchema.shape.note.parse(note),
          addTags,
        });
        annotations.nameOwner([listId], '7', ownerNameSchema.parse(name));
        const { tenants, ownerNames } = annotations.ofList(listId);
        annotations.close();
        const again = open().annotations;
        expect(again.ofList(listId).tenants).toEqual(tenants);
        expect(again.ofList(listId).ownerNames).toEqual(ownerNames);
        again.removeLists(listId);
        again.close();
      }),
      { numRuns: 20 },
    );
  });

  it('that are empty are deleted', () => {
    const { annotations } = open();
    annotations.annotate([tenant('1')], { isStarred: true, note: 'a', addTags: ['b'] });
    annotations.annotate([tenant('1')], { isStarred: false, note: '', removeTags: ['B'] });
    annotations.nameOwner([listId], '7', 'Anh Minh');
    annotations.nameOwner([listId], '7', null);
    const { tenants, ownerNames } = annotations.ofList(listId);
    expect([tenants.size, ownerNames.size]).toEqual([0, 0]);
    annotations.close();
    const database = new DatabaseSync(join(folder.path, 'annotations.sqlite'));
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
});
