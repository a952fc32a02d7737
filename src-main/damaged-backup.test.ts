import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBackup } from './backup/backup-files.ts';
import { parseBackup } from './backup/backup-format.ts';
import { PartialFiles } from './files/partial-files.ts';
import { context, createView, note, startComputer } from './test-computer.ts';

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
  ['view', '"compact"', '"huge"', { notes: 2, ownerNames: 2, sharedViews: 1 }],
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
  const { invalidEntries, ...backup } = parseBackup(before);
  expect(invalidEntries).toBe(0);
  const wrong = { ...backup, savedAt: 'yesterday' };
  const writing = writeBackup(one.dialogs.saved, wrong, new PartialFiles(one.folder));
  await expect(writing).rejects.toThrow('could not be restored');
  expect(await readFile(one.dialogs.saved, 'utf8')).toBe(before);
});
