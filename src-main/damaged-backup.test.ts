import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBackup } from './backup/backup-files.ts';
import { parseBackup } from './backup/backup-format.ts';
import { PartialFiles } from './files/partial-files.ts';
import { context, createView, note, startComputer } from './test-computer.ts';
import { defaults } from './test-handlers.ts';

let one: Awaited<ReturnType<typeof startComputer>>;
let two: typeof one;
beforeEach(async () => {
  one = await startComputer('Hà Nội');
  two = await startComputer('Hà Nội');
  const annotations = [
    { listId: one.listId, tenantId: '1', annotation: { ...note('first'), tags: ['vip'] } },
    { listId: one.listId, tenantId: '2', annotation: note('second') },
  ];
  const ownerNames = ['7', '8'].map((ownerId) => ({ listId: one.listId, ownerId, name: 'Minh' }));
  await one.replace({ annotations, ownerNames });
  await one.handlers.saveViews({ views: [createView(1), createView(2)] }, context);
  await one.handlers.saveBackup({}, context);
});
afterEach(async () => {
  await one.lists[Symbol.asyncDispose]();
  await two.lists[Symbol.asyncDispose]();
});

it.each([
  ['annotation', '"vip"', '"a,b"', { notes: 1, ownerNames: 2, sharedViews: 2 }],
  ['name of an owner', '"Minh"', '""', { notes: 2, ownerNames: 1, sharedViews: 2 }],
  ['filter of a view', '"isStarred":false', '"isStarred":7', { notes: 2, sharedViews: 1 }],
  ['look of a view', '"compact"', '"huge"', { notes: 2, ownerNames: 2, sharedViews: 2 }],
])('an invalid %s in a backup file costs only itself', async (_, from, to, counts) => {
  const path = join(two.folder, 'changed.json');
  const text = await readFile(one.dialogs.saved, 'utf8');
  await writeFile(path, text.replace(from, to));
  const { preview } = await two.restore(path);
  const { invalidEntries, sharedViews, accounts } = preview;
  expect(invalidEntries).toBe(1);
  expect({ ...accounts[0], sharedViews }).toMatchObject(counts);
});

it('a backup that could not be restored does not replace a file', async () => {
  const before = await readFile(one.dialogs.saved, 'utf8');
  const { invalidEntries, ...parsed } = parseBackup(before);
  expect(invalidEntries).toBe(0);
  const wrong = { ...parsed, preferences: defaults, savedAt: 'yesterday' };
  const writing = writeBackup(one.dialogs.saved, wrong, new PartialFiles(one.folder));
  await expect(writing).rejects.toThrow('could not be restored');
  expect(await readFile(one.dialogs.saved, 'utf8')).toBe(before);
});

it('preferences that cannot be read keep their values, and the others are restored', async () => {
  await one.handlers.savePreferences({ ...defaults, historyDays: 0 }, context);
  await two.handlers.savePreferences({ ...defaults, language: 'vi', zoomPercent: 150 }, context);
  await one.handlers.saveBackup({}, context);
  const text = await readFile(one.dialogs.saved, 'utf8');
  const path = join(two.folder, 'changed.json');
  await writeFile(path, text.replace('"language":"en"', '"language":"xx"'));
  const { preview, restored } = await two.restore(path, { withSettings: true });
  expect(preview.invalidEntries).toBe(1);
  expect(restored.preferences).toEqual({ ...defaults, language: 'vi', historyDays: 0 });
  await writeFile(path, text.replace(/"preferences":\{[^}]*\}/, '"preferences":7'));
  const again = await two.restore(path, { withSettings: true });
  expect(again.preview.invalidEntries).toBe(1);
  expect(again.restored.preferences).toBeNull();
});
