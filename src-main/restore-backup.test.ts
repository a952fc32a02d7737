import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostViews } from '../src-shared/limits.ts';
import { listIdOf } from './list-ids.ts';
import {
  baseUrl,
  context,
  createView,
  layout,
  note,
  startComputer,
  viewIds,
} from './test-computer.ts';
import { defaults } from './test-handlers.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

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

describe('restoring', () => {
  it('replaces what the file has, and keeps everything else', async () => {
    await one.annotate('1', { isStarred: true, note: 'from the file', tags: ['vip'] });
    await one.handlers.saveViews(
      { views: [createView(1, { name: 'From the file' }), createView(2)] },
      context,
    );
    await one.handlers.saveBackup({}, context);
    await two.annotate('1', note('replaced'));
    await two.annotate('2', { ...note('kept'), tags: ['VIP'] });
    await two.handlers.saveViews({ views: [createView(0), createView(1)] }, context);
    await two.handlers.saveLayout({ accountId: two.accountId, layout }, context);

    const { restored } = await two.restore(one.dialogs.saved);
    expect(restored).toEqual({ preferences: null, leftOutViews: 0 });
    // A tag that is in use keeps its spelling.
    expect(await two.annotate('1', null)).toEqual({
      ...{ isStarred: true, note: 'from the file', tags: ['VIP'] },
    });
    expect(await two.annotate('2', null)).toMatchObject({ note: 'kept' });
    const { views } = await two.handlers.getViews({}, context);
    expect(views.map(({ name }) => name)).toEqual(['View 0', 'From the file', 'View 2']);
    const settings = await two.handlers.getAccountSettings(two, context);
    expect(settings.layout?.widths).toEqual({ name: 300 });
    expect(two.reported.preferences).toEqual([]);
  });

  it('is undone as a whole, once', async () => {
    const ownerNames = [{ listId: one.listId, ownerId: '7', name: 'Anh Minh' }];
    const annotations = ['1', '2'].map((tenantId) => ({
      ...{ listId: one.listId, tenantId, annotation: note('from the file') },
    }));
    await one.replace({ annotations, ownerNames });
    await one.handlers.saveViews({ views: [createView(1)] }, context);
    await one.handlers.savePreferences({ ...defaults, zoomPercent: 150 }, context);
    await one.handlers.saveBackup({}, context);
    await two.annotate('1', note('mine'));
    await two.handlers.saveLayout({ accountId: two.accountId, layout }, context);
    const before = await two.readAll();

    const { preview, restored } = await two.restore(one.dialogs.saved, { withSettings: true });
    expect(restored.preferences?.zoomPercent).toBe(150);
    expect(await two.readAll()).not.toEqual(before);
    const { backupId } = preview;
    const undone = await two.handlers.undoRestore({ backupId }, context);
    expect(undone.preferences).toEqual(defaults);
    expect(two.reported.preferences.map(({ zoomPercent }) => zoomPercent)).toEqual([150, 100]);
    expect(await two.readAll()).toEqual(before);
    await expect(async () => two.handlers.undoRestore({ backupId }, context)).rejects.toMatchObject(
      { code: 'invalid_request' },
    );
  });

  it('is undone without the views that were saved or changed since', async () => {
    const restoredViews = [createView(1, { name: 'From the file' }), createView(2)];
    await one.handlers.saveViews({ views: restoredViews }, context);
    await one.handlers.saveBackup({}, context);
    await two.handlers.saveViews({ views: [createView(0), createView(1)] }, context);
    const { preview } = await two.restore(one.dialogs.saved);
    const renamed = createView(0, { name: 'Renamed' });
    const views = [createView(3), ...restoredViews, renamed];
    await two.handlers.saveViews({ views }, context);
    const undone = await two.handlers.undoRestore({ backupId: preview.backupId }, context);
    expect(undone.leftOutViews).toBe(0);
    const left = await two.handlers.getViews({}, context);
    expect(left.views).toEqual([createView(3), createView(1), renamed]);
  });

  it('is undone without the marks and names that were changed since', async () => {
    const namesOf = (listId: string, ...names: (string | null)[]) =>
      names.map((name, at) => ({ listId, ownerId: `${at + 7}`, name }));
    const marksOf = (listId: string, text: string) =>
      ['1', '2', '3'].map((tenantId) => ({
        ...{ listId, tenantId, annotation: { ...note(text), tags: ['vip'] } },
      }));
    await one.replace({
      annotations: marksOf(one.listId, 'from the file'),
      ownerNames: namesOf(one.listId, 'Minh', 'Lan'),
    });
    await one.handlers.saveBackup({}, context);
    const mine = marksOf(two.listId, 'mine');
    // The tag keeps this spelling when it is restored.
    await two.annotate('9', { ...note(''), tags: ['VIP'] });
    await two.replace({ annotations: mine.slice(0, 2), ownerNames: namesOf(two.listId, 'Hoa') });
    const { preview } = await two.restore(one.dialogs.saved);
    await two.annotate('2', note('later'));
    await two.annotate('4', note('new'));
    await two.replace({ annotations: [], ownerNames: namesOf(two.listId, 'Anh Minh') });
    await two.handlers.undoRestore({ backupId: preview.backupId }, context);
    expect(await two.annotate('1', null)).toEqual({ ...note('mine'), tags: ['VIP'] });
    expect(await two.annotate('2', null)).toEqual(note('later'));
    expect(await two.annotate('3', null)).toBeNull();
    expect(await two.annotate('4', null)).toEqual(note('new'));
    const before = await two.replace({
      annotations: [],
      ownerNames: namesOf(two.listId, null, null),
    });
    expect(before.ownerNames.map(({ name }) => name)).toEqual(['Anh Minh', null]);
  });

  it('is undone as far as the views fit', async () => {
    await one.handlers.saveViews({ views: [createView(0, { name: 'New' })] }, context);
    await one.handlers.saveBackup({}, context);
    await two.handlers.saveViews({ views: [createView(0)] }, context);
    const { preview } = await two.restore(one.dialogs.saved);
    const views = viewIds.slice(1).map((_, at) => createView(at + 1));
    await two.handlers.saveViews({ views }, context);
    const undone = await two.handlers.undoRestore({ backupId: preview.backupId }, context);
    expect(undone.leftOutViews).toBe(1);
    expect((await two.handlers.getViews({}, context)).views).toEqual(views);
  });

  it('leaves out the views that do not fit, and says how many', async () => {
    await one.handlers.saveViews({ views: [createView(0), createView(mostViews)] }, context);
    await one.handlers.saveBackup({}, context);
    const views = viewIds.slice(0, mostViews).map((_, at) => createView(at));
    await two.handlers.saveViews({ views }, context);
    const { restored } = await two.restore(one.dialogs.saved);
    expect(restored.leftOutViews).toBe(1);
    expect((await two.handlers.getViews({}, context)).views).toEqual(views);
  });

  it('restores only the chosen accounts, to the chosen ones', async () => {
    const other = await one.add('Đà Nẵng');
    const chosen = await two.add('Huế');
    await one.annotate('1', note('Hà Nội'));
    await one.replace({
      annotations: [
        { listId: listIdOf(other, baseUrl), tenantId: '2', annotation: note('Đà Nẵng') },
      ],
      ownerNames: [],
    });
    const views = [
      createView(1, { accountId: other }),
      createView(2, { accountId: one.accountId }),
    ];
    await one.handlers.saveViews({ views }, context);
    await one.handlers.saveBackup({}, context);
    two.dialogs.opened = one.dialogs.saved;
    const preview = await two.handlers.openBackup({}, context);
    const backupId = preview?.backupId ?? '';
    expect(preview?.accounts.map(({ suggestedId }) => suggestedId)).toEqual([two.accountId, null]);
    const accounts = [{ accountId: other, targetId: chosen }];
    await two.handlers.restoreBackup({ backupId, accounts, withSettings: false }, context);
    expect(await two.annotate('1', null)).toBeNull();
    const moved = [{ listId: listIdOf(chosen, baseUrl), tenantId: '2', annotation: null }];
    const before = await two.replace({ annotations: moved, ownerNames: [] });
    expect(before.annotations[0]?.annotation?.note).toBe('Đà Nẵng');
    expect((await two.handlers.getViews({}, context)).views).toEqual([
      createView(1, { accountId: chosen }),
    ]);
  });

  it('changes nothing if a part cannot be saved', async () => {
    await one.annotate('1', note('from the file'));
    await one.handlers.saveBackup({}, context);
    await two.annotate('1', note('mine'));
    await rm(join(two.folder, 'views.json'), { force: true });
    await mkdir(join(two.folder, 'views.json'));
    await expect(two.restore(one.dialogs.saved)).rejects.toMatchObject({ code: 'file_failed' });
    expect(await two.annotate('1', null)).toMatchObject({ note: 'mine' });
  });

  it('is refused for a file that is not open, and for accounts that do not fit', async () => {
    await one.annotate('1', note('from the file'));
    await one.handlers.saveBackup({}, context);
    two.dialogs.opened = one.dialogs.saved;
    const open = async () => (await two.handlers.openBackup({}, context))?.backupId ?? '';
    const restore = (backupId: string, ...accounts: { accountId: string; targetId: string }[]) =>
      expect(async () =>
        two.handlers.restoreBackup({ backupId, accounts, withSettings: false }, context),
      ).rejects;
    const right = { accountId: one.accountId, targetId: two.accountId };
    const closed = await open();
    await two.handlers.closeBackup({ backupId: closed }, context);
    await restore(closed, right).toMatchObject({ code: 'invalid_request' });
    const backupId = await open();
    await restore(backupId, { ...right, accountId: nobody }).toMatchObject({
      code: 'invalid_request',
    });
    await restore(backupId, right, right).toMatchObject({ code: 'invalid_request' });
    await restore(backupId, { ...right, targetId: nobody }).toMatchObject({
      code: 'not_connected',
    });
    expect(await two.annotate('1', null)).toBeNull();
  });
});
