import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../../src-shared/account-settings.ts';
import { allAccounts, defaultExportOptions } from '../../src-shared/choices.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import { mostColumns, mostViews } from '../../src-shared/limits.ts';
import type { View } from '../../src-shared/views.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { ViewsFile } from './views-file.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';

const folder = prepareTestFolder();

async function load() {
  const file = new ViewsFile(folder.path);
  const notice = await file.load();
  return { file, notice };
}

let made = 0;

const layout: Layout = {
  records: 'tenants',
  order: ['domain', 'id'],
  hidden: ['age', 'tags', 'note', 'hotlines', 'status'],
  widths: { name: 300 },
  pageSize: 25,
};

function createView(name: string, changes: Partial<View> = {}): View {
  return {
    viewId: `10000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
    name,
    accountId: null,
    shown: {
      filterValues: { ...noFilter, createdFrom: 'last7Days' },
      sort: [{ field: 'name', direction: 'ascending' }],
      layout,
      density: 'compact',
    },
    exportOptions: defaultExportOptions,
    ...changes,
  };
}

describe('ViewsFile', () => {
  it('keeps the views in their order, with relative days as they were chosen', async () => {
    const { file } = await load();
    const views = [
      createView('Thứ hai'),
      createView('Chưa bật', { accountId, exportOptions: null }),
    ];
    await file.save(views, () => true);
    const again = await load();
    expect(again.notice).toBeNull();
    expect(again.file.all()).toEqual(views);
  });

  it('drops a view with an invalid value as a whole, and no other', async () => {
    const [good, wrong, old] = [createView('Good'), createView('Wrong'), createView('Old')];
    const { createdFrom } = old.shown.filterValues;
    const stored = [
      good,
      { ...wrong, shown: { ...wrong.shown, filterValues: { ...noFilter, createdFrom: 'soon' } } },
      // As a version of the app wrote it that had fewer filters.
      { ...old, shown: { ...old.shown, filterValues: { createdFrom } } },
      'not a view',
    ];
    await writeFile(folder.join('views.json'), JSON.stringify(stored));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(file.all()).toEqual([good, old]);
  });

  it.each<[string, object, object]>([
    ['density', { density: 'huge' }, { density: 'comfortable' }],
    [
      'width',
      { layout: { ...layout, widths: { name: 1e9 } } },
      { layout: { ...layout, widths: {} } },
    ],
    ['page size', { layout: { ...layout, pageSize: 77 } }, { layout: { ...layout, pageSize: 50 } }],
    ['order of columns', { layout: { ...layout, order: 7 } }, { layout: { ...layout, order: [] } }],
    ['sort', { sort: [{ field: 'color', direction: 'ascending' }] }, { sort: null }],
  ])('keeps a view with an invalid %s, which gets its default', async (_, invalid, repaired) => {
    const view = createView('Good');
    const stored = { ...view, shown: { ...view.shown, ...invalid }, exportOptions: { format: 7 } };
    await writeFile(folder.join('views.json'), JSON.stringify([stored]));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(file.all()).toEqual([{ ...view, shown: { ...view.shown, ...repaired } }]);
    expect((await load()).notice).toBeNull();
  });

  it('gives a new id to a view whose id is invalid or repeated', async () => {
    const [first, second, third] = [createView('1'), createView('2'), createView('3')];
    const stored = [first, { ...second, viewId: first.viewId }, { ...third, viewId: 'x' }];
    await writeFile(folder.join('views.json'), JSON.stringify(stored));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    const viewId: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(file.all()).toEqual([first, { ...second, viewId }, { ...third, viewId }]);
    expect(new Set(file.all().map((view) => view.viewId)).size).toBe(3);
    const again = await load();
    expect(again.notice).toBeNull();
    expect(again.file.all()).toEqual(file.all());
  });

  it('keeps the first views of too many, without counting invalid ones', async () => {
    const views = Array.from({ length: mostViews + 5 }, (_, at) => createView(`${at}`));
    await writeFile(folder.join('views.json'), JSON.stringify([7, ...views]));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(file.all()).toEqual(views.slice(0, mostViews));
    expect((await load()).notice).toBeNull();
  });

  it('keeps a layout with too many names of columns', async () => {
    const view = createView('Wide');
    const unknown = Array.from({ length: mostColumns }, (_, at) => `x${at}`);
    const order = ['domain', 'id', ...unknown];
    const shown = { ...view.shown, layout: { ...layout, order } };
    await writeFile(folder.join('views.json'), JSON.stringify([{ ...view, shown }]));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(file.all()).toEqual([view]);
  });

  it('drops a view of an unknown kind of records', async () => {
    const [good, other] = [createView('Good'), createView('Other')];
    const stored = { ...other, shown: { ...other.shown, layout: { ...layout, records: 'sims' } } };
    await writeFile(folder.join('views.json'), JSON.stringify([stored, good]));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(file.all()).toEqual([good]);
  });

  it('drops a view with a filter of a newer version, and keeps the file as it was', async () => {
    const [good, newer] = [createView('Good'), createView('Newer')];
    const { filterValues } = newer.shown;
    const text = JSON.stringify([
      { ...good, icon: 'star' },
      { ...newer, shown: { ...newer.shown, filterValues: { ...filterValues, regions: ['1'] } } },
    ]);
    await writeFile(folder.join('views.json'), text);
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_too_new' });
    expect(file.all()).toEqual([good]);
    await file.save([], () => true);
    await file.save([good], () => true);
    expect(await readFile(notice?.path ?? '', 'utf8')).toBe(text);
  });

  it('drops the views of accounts that do not exist, and their place in filters', async () => {
    const { file } = await load();
    const filterValues = { ...noFilter, accountIds: [accountId, otherId] };
    const ofAll = createView('All', { accountId: allAccounts });
    const filtered = { ...ofAll, shown: { ...ofAll.shown, filterValues } };
    await file.save([createView('One', { accountId }), filtered], (id) => id !== accountId);
    expect(file.all().map(({ name }) => name)).toEqual(['All']);
    expect(file.all()[0]?.shown.filterValues.accountIds).toEqual([otherId]);
  });

  it('leaves nothing of a removed account, not even in the previous version', async () => {
    const { file } = await load();
    const kept = createView('Kept');
    await file.save([createView('One', { accountId })], () => true);
    await file.save([createView('One', { accountId }), kept], () => true);
    await file.removeAccount(accountId);
    expect(file.all()).toEqual([kept]);
    for (const name of ['views.json', 'views.json.previous'])
      expect(await readFile(folder.join(name), 'utf8')).not.toContain(accountId);
  });
});
