import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../src-shared/annotations.ts';
import { allAccounts, defaultExportOptions } from '../src-shared/choices.ts';
import { noFilter } from '../src-shared/filter-values.ts';
import { tagKey } from '../src-shared/tag-key.ts';
import { longestBackup } from './backup/backup-format.ts';
import { startLists } from './list-worker/test-lists.ts';
import {
  apiKey,
  baseUrl,
  context,
  createView,
  layout,
  note,
  startComputer,
} from './test-computer.ts';
import { defaults, startHandlers } from './test-handlers.ts';

let one: Awaited<ReturnType<typeof startComputer>>;
let two: typeof one;
beforeEach(async () => {
  one = await startComputer('Hà Nội');
  two = await startComputer('Hà Nội');
});
afterEach(async () => {
  await one.lists[Symbol.asyncDispose]();
  await two.lists[Symbol.asyncDispose]();
});

function sortTags(annotation: Annotation | null) {
  return annotation && { ...annotation, tags: annotation.tags.toSorted() };
}

const anyText = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim());
const anyTag = anyText
  .map((text) => text.normalize('NFC').replace(/[,\p{Cc}\u2028\u2029]/gu, ''))
  .map((text) => text.trim())
  .filter((text) => text !== '');
const anyId = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);
const anyAnnotation = fc
  .record({
    isStarred: fc.boolean(),
    note: anyText,
    tags: fc.uniqueArray(anyTag, { maxLength: 3, selector: tagKey }),
  })
  .filter(({ isStarred, note: text, tags }) => isStarred || text !== '' || tags.length > 0);

describe('a backup', () => {
  it('is restored on another computer, where the account has another id, as it was', async () => {
    const anyContent = fc.record({
      annotations: fc.dictionary(anyId, anyAnnotation, { maxKeys: 8 }),
      ownerNames: fc.dictionary(
        anyId,
        anyText.filter((name) => name !== ''),
        { maxKeys: 4 },
      ),
      views: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 4 }),
      kinds: fc.array(fc.constantFrom('own', 'all', 'every'), { minLength: 4, maxLength: 4 }),
      days: fc.constantFrom('', 'last7Days', '2026-11-23'),
      zoomPercent: fc.constantFrom(75, 100, 150),
      withLayout: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const { listId, accountId } = one;
        await one.clear();
        await two.clear();
        const annotations = Object.entries(content.annotations);
        const ownerNames = Object.entries(content.ownerNames);
        await one.replace({
          annotations: annotations.map(([tenantId, annotation]) => ({
            ...{ listId, tenantId, annotation },
          })),
          ownerNames: ownerNames.map(([ownerId, name]) => ({ listId, ownerId, name })),
        });
        const views = content.views.map((number, at) => {
          const kind = content.kinds[at];
          const filterValues = {
            ...noFilter,
            createdFrom: content.days,
            accountIds: kind === 'all' ? [accountId] : [],
          };
          const view = createView(number, { exportOptions: defaultExportOptions });
          return {
            ...{ ...view, shown: { ...view.shown, filterValues } },
            accountId: kind === 'own' ? accountId : kind === 'all' ? allAccounts : null,
          };
        });
        await one.handlers.saveViews({ views }, context);
        const { zoomPercent } = content;
        await one.handlers.savePreferences({ ...defaults, zoomPercent }, context);
        const shown = content.withLayout ? layout : null;
        await one.handlers.saveLayout({ accountId, layout: shown }, context);
        const listState = {
          ...{ viewId: null, sort: null, changedViews: [] },
          filterValues: { ...noFilter, name: 'cong', accountIds: [accountId] },
        };
        await one.handlers.saveListState({ accountId: allAccounts, listState }, context);

        const saved = await one.readAll();
        const { preview } = await two.restore(one.dialogs.saved, { withSettings: true });
        expect(preview).toMatchObject({
          fileName: 'backup.json',
          sharedViews: views.filter((view) => view.accountId !== accountId).length,
          accounts: [
            {
              ...{ accountId, name: 'Hà Nội', baseUrl, suggestedId: two.accountId },
              stars: annotations.filter(([, { isStarred }]) => isStarred).length,
              notes: annotations.filter(([, annotation]) => annotation.note !== '').length,
              ownerNames: ownerNames.length,
              views: views.filter((view) => view.accountId === accountId).length,
            },
          ],
        });
        const text = JSON.stringify(saved).replaceAll(accountId, two.accountId);
        expect(await two.readAll()).toEqual(JSON.parse(text));
        // Everything that was written is there: the backups could also have the same gaps.
        const { views: restored } = await two.handlers.getViews({}, context);
        expect(restored).toHaveLength(views.length);
        const before = await two.replace({
          annotations: annotations.map(([tenantId]) => ({
            ...{ listId: two.listId, tenantId, annotation: null },
          })),
          ownerNames: ownerNames.map(([ownerId]) => ({
            ...{ listId: two.listId, ownerId, name: null },
          })),
        });
        expect(before.annotations.map((found) => sortTags(found.annotation))).toEqual(
          annotations.map(([, annotation]) => sortTags(annotation)),
        );
        expect(before.ownerNames.map((found) => found.name)).toEqual(
          ownerNames.map(([, name]) => name),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('contains no key, and only the user can read it', async () => {
    await one.annotate('1', note('gọi lại'));
    expect([...one.outside.entries.values()].join()).toContain(apiKey);
    expect(await one.handlers.saveBackup({}, context)).toEqual({ fileName: 'backup.json' });
    const bytes = await readFile(one.dialogs.saved);
    expect(bytes.includes('gọi lại')).toBe(true);
    for (const part of [apiKey, '4f1c7d0e93b84a6d', Buffer.from(apiKey).toString('base64')])
      expect(bytes.includes(part)).toBe(false);
    expect(one.dialogs.suggested).toMatch(/eTelecom Tenants backup \d{4}-\d{2}-\d{2}\.json$/);
    if (process.platform !== 'win32') expect((await stat(one.dialogs.saved)).mode & 0o77).toBe(0);
  });

  it('is not written without the annotations if their file cannot be opened', async () => {
    const database = join(one.folder, 'annotations.sqlite');
    await one.annotate('1', note('kept'));
    await one.lists.lists.close();
    const newer = new DatabaseSync(database);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const lists = await startLists({ dataFolder: one.folder, writeLog: () => undefined });
    const { handlers } = await startHandlers(lists, one.outside, one.reported, {
      chooseFile: () => Promise.resolve(one.dialogs.saved),
      chooseExistingFile: () => Promise.resolve(null),
    });
    await expect(handlers.saveBackup({}, context)).rejects.toMatchObject({
      code: 'annotations_too_new',
    });
    await expect(stat(one.dialogs.saved)).rejects.toThrow('ENOENT');
    await lists[Symbol.asyncDispose]();
  });

  it('tells the renderer no folder if it cannot be written', async () => {
    one.dialogs.saved = join(one.folder, 'missing', 'backup.json');
    await expect(one.handlers.saveBackup({}, context)).rejects.toMatchObject({
      ...{ code: 'folder_missing', path: 'backup.json' },
    });
  });
});

describe('a file that is not restored', () => {
  const damage: [what: string, code: string, damaged: (text: string) => string | Buffer][] = [
    ['of a newer version', 'backup_too_new', (text) => text.replace('"version":1', '"version":2')],
    ['with a newer field', 'backup_too_new', (text) => text.replace('"views":', '"a":1,"views":')],
    ['with a newer filter', 'backup_too_new', (text) => text.replace('"asOf":', '"a":1,"asOf":')],
    ['that was cut', 'backup_unreadable', (text) => text.slice(0, -20)],
    ['that is empty', 'backup_unreadable', () => ''],
    ['with other JSON', 'backup_unreadable', () => '{"views":[]}'],
    ['that is no text', 'backup_unreadable', () => Buffer.alloc(1000, 0xff)],
    ['with a newer look', 'backup_too_new', (text) => text.replace('"color":', '"paint":')],
    ['without accounts', 'backup_unreadable', (text) => text.replace('"accounts":', '"people":')],
    ['that is too large', 'backup_too_large', (text) => text + ' '.repeat(longestBackup)],
  ];

  it.each(damage)('%s costs nothing', async (_what, code, damaged) => {
    await one.annotate('1', { ...note('from the file'), tags: ['vip'] });
    await one.handlers.saveViews({ views: [createView(1)] }, context);
    await one.handlers.saveBackup({}, context);
    await two.annotate('1', note('mine'));
    const text = await readFile(one.dialogs.saved, 'utf8');
    const changed = damaged(text);
    expect(changed).not.toBe(text);
    two.dialogs.opened = join(two.folder, 'other.json');
    await writeFile(two.dialogs.opened, changed);
    await expect(async () => two.handlers.openBackup({}, context)).rejects.toMatchObject({ code });
    expect(await two.annotate('1', null)).toMatchObject({ note: 'mine' });
  });

  it('that is a folder or missing costs nothing', async () => {
    for (const name of ['', 'missing.json']) {
      two.dialogs.opened = join(two.folder, name);
      await expect(async () => two.handlers.openBackup({}, context)).rejects.toMatchObject({
        code: 'backup_unreadable',
      });
    }
  });
});
