import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedRow, ImportReport } from '../../src-shared/import-annotations.ts';
import type { AnnotationStore } from './annotations/annotation-store.ts';
import { openAnnotations } from './annotations/open-annotations.ts';
import type { FoundTenants } from './annotations/plan-import.ts';
import { listId, otherListId, StoreFolder } from './test-store.ts';

let folder: StoreFolder;
let annotations: AnnotationStore;
beforeEach(() => {
  folder = new StoreFolder();
  ({ annotations } = openAnnotations(folder.path));
});
afterEach(() => {
  annotations.close();
  folder[Symbol.dispose]();
});

const tenant = (tenantId: string, ownerId: string | null = '7') => ({ listId, tenantId, ownerId });
const found: FoundTenants = new Map([
  ['1', [tenant('1')]],
  ['2', [tenant('2')]],
  ['two.vn', [tenant('2')]],
  ['3', [tenant('3', '8')]],
  ['ownerless', [tenant('4', null)]],
  ['shared.vn', [tenant('1'), tenant('3', '8')]],
  ['both', [tenant('9'), { listId: otherListId, tenantId: '9', ownerId: '7' }]],
]);

const nothing: ImportReport = {
  ...{ notesAdded: 0, notesReplaced: 0, tagged: 0, ownersNamed: 0, ownersRenamed: 0 },
  ...{ unchangedRows: 0, rowsWithoutTenant: 0, notFound: [], problems: [] },
};

/** Imports the rows. Checks first that the preview says the same and changes nothing. */
function importRows(rows: readonly ImportedRow[]) {
  const lists = [annotations.ofList(listId), annotations.ofList(otherListId)];
  const preview = annotations.previewImport(rows, found);
  expect([annotations.ofList(listId), annotations.ofList(otherListId)]).toEqual(lists);
  const imported = annotations.import(rows, found);
  expect(imported.report).toEqual(preview);
  return imported;
}
const ownWords = (id: string, ofList = listId) => annotations.ofList(ofList).tenants.get(id);
const tags = (count: number) => Array.from({ length: count }, (_, at) => `tag ${at}`);

describe('an import', () => {
  it('adds tags, replaces notes and names owners', () => {
    annotations.annotate([tenant('2')], { isStarred: true, note: 'old', addTags: ['VIP'] });
    annotations.nameOwner([listId], '8', 'Chị An');
    const { report } = importRows([
      { tenant: '1', note: 'gọi lại', tags: 'Nợ; vip', ownerName: ' Anh Minh ' },
      { tenant: ' two.vn ', note: 'hẹn thứ Sáu', tags: 'mới' },
      { tenant: '3', ownerName: 'Chị Bình' },
    ]);
    expect(report).toEqual({
      ...nothing,
      ...{ notesAdded: 1, notesReplaced: 1, tagged: 2, ownersNamed: 1, ownersRenamed: 1 },
    });
    expect(ownWords('1')).toEqual({ isStarred: false, note: 'gọi lại', tags: ['Nợ', 'VIP'] });
    expect(ownWords('2')).toEqual({ isStarred: true, note: 'hẹn thứ Sáu', tags: ['mới', 'VIP'] });
    const { ownerNames } = annotations.ofList(listId);
    expect([...ownerNames]).toEqual([
      ['8', 'Chị Bình'],
      ['7', 'Anh Minh'],
    ]);
  });

  it('is kept over a restart, and undone completely', () => {
    annotations.annotate([tenant('1')], { isStarred: true, addTags: ['VIP'] });
    annotations.nameOwner([listId], '8', 'Chị An');
    const lists = [annotations.ofList(listId), annotations.ofList(otherListId)].map(
      ({ tenants, ownerNames }) => ({ tenants, ownerNames }),
    );
    const { before } = importRows([
      { tenant: '1', tags: 'Nợ', ownerName: 'Anh Minh' },
      { tenant: '3', note: 'a', ownerName: 'Chị Bình' },
      { tenant: 'both', note: 'b' },
    ]);
    expect(ownWords('9', otherListId)?.note).toBe('b');
    annotations.close();
    ({ annotations } = openAnnotations(folder.path));
    expect(ownWords('3')?.note).toBe('a');
    annotations.restore(before);
    annotations.close();
    ({ annotations } = openAnnotations(folder.path));
    expect([annotations.ofList(listId), annotations.ofList(otherListId)]).toMatchObject(lists);
  });

  it('of empty cells and of what is already there changes nothing', () => {
    annotations.annotate([tenant('1')], { note: 'a', addTags: ['VIP'] });
    annotations.nameOwner([listId], '7', 'Anh Minh');
    const state = annotations.ofList(listId);
    const { report, before } = importRows([
      { tenant: '1', note: ' a', tags: 'vip,', ownerName: 'Anh Minh' },
      { tenant: '2', note: ' ', tags: ' ;, ', ownerName: '' },
      { tenant: '3' },
    ]);
    expect(report).toEqual({ ...nothing, unchangedRows: 3 });
    expect(before).toEqual({ annotations: [], ownerNames: [] });
    expect(annotations.ofList(listId)).toBe(state);
  });

  it('says which rows have no tenant, or several', () => {
    const { report } = importRows([
      { tenant: 'nobody', note: 'a' },
      { tenant: 'nobody', note: 'b' },
      { tenant: ' ', note: 'a' },
      { tenant: 'shared.vn', note: 'a' },
    ]);
    expect(report).toEqual({
      ...nothing,
      rowsWithoutTenant: 1,
      notFound: ['nobody'],
      problems: [{ problem: 'severalTenants', values: ['shared.vn'] }],
    });
    expect(annotations.ofList(listId).tenants.size).toBe(0);
  });

  it.each<[string, ImportedRow[], ImportReport['problems'][number]]>([
    [
      'a name that is too long',
      [{ tenant: '1', ownerName: 'a'.repeat(101) }],
      { problem: 'nameTooLong', values: ['1'] },
    ],
    [
      'a tag that is too long',
      [{ tenant: '1', tags: 'b'.repeat(41) }],
      { problem: 'tagTooLong', values: ['1'] },
    ],
    [
      'a note that is too long',
      [{ tenant: '1', note: 'c'.repeat(4001) }],
      { problem: 'noteTooLong', values: ['1'] },
    ],
    [
      'too many tags in all rows of a tenant',
      [
        { tenant: '2', tags: tags(20).join(',') },
        { tenant: 'two.vn', tags: 'one more' },
      ],
      { problem: 'tooManyTags', values: ['2', 'two.vn'] },
    ],
    [
      'the name of an owner that the server did not send',
      [{ tenant: 'ownerless', ownerName: 'Anh Minh' }],
      { problem: 'noOwner', values: ['ownerless'] },
    ],
    [
      'two names for one owner',
      [
        { tenant: '1', ownerName: 'Anh Minh' },
        { tenant: '2', ownerName: 'Chị An' },
      ],
      { problem: 'differentNames', values: ['1', '2'] },
    ],
    [
      'two notes for one tenant',
      [
        { tenant: '2', note: 'a' },
        { tenant: 'two.vn', note: 'b' },
      ],
      { problem: 'differentNotes', values: ['2', 'two.vn'] },
    ],
  ])('does not import %s, and says so', (_what, rows, problem) => {
    const { report } = importRows([...rows, { tenant: '3', note: 'imported all the same' }]);
    expect(report).toEqual({ ...nothing, notesAdded: 1, problems: [problem] });
    const { tenants, ownerNames } = annotations.ofList(listId);
    expect([[...tenants.keys()], ownerNames.size]).toEqual([['3'], 0]);
  });

  it('accepts the longest values, and as many tags as a tenant can have', () => {
    const longest = { ownerName: 'a'.repeat(100), note: 'c'.repeat(4000) };
    const all = [...tags(19), 'b'.repeat(40)];
    annotations.annotate([tenant('1')], { addTags: all.slice(0, 10) });
    const { report } = importRows([{ tenant: '1', ...longest, tags: all.join(';') }]);
    expect(report).toEqual({ ...nothing, notesAdded: 1, tagged: 1, ownersNamed: 1 });
    expect(ownWords('1')?.tags).toHaveLength(20);
  });

  it('takes the same text for the same, however its letters are written', () => {
    const name = 'Nguyễn Thị Bé';
    const { report } = importRows([
      { tenant: '1', ownerName: name, tags: 'Nợ' },
      { tenant: '2', ownerName: name.normalize('NFD'), tags: 'nợ'.normalize('NFD') },
    ]);
    expect(report).toEqual({ ...nothing, tagged: 2, ownersNamed: 1 });
    expect(ownWords('2')?.tags).toEqual(['Nợ']);
  });

  it('without the characters that SQLite cannot keep, so that a second import changes nothing', () => {
    const row = { tenant: '1', ownerName: 'a\0b', note: 'a\uD800', tags: 'c\uDFEA' };
    expect(importRows([row]).report).toMatchObject({ notesAdded: 1, tagged: 1, ownersNamed: 1 });
    expect(annotations.ofList(listId).ownerNames.get('7')).toBe('a\uFFFDb');
    expect(annotations.ofList(listId).tenants.get('1')).toMatchObject({
      ...{ note: 'a\uFFFD', tags: ['c\uFFFD'] },
    });
    expect(importRows([row]).report).toMatchObject({
      notesReplaced: 0,
      tagged: 0,
      unchangedRows: 1,
    });
  });
});
