import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { AccountSettingsFile } from './account-settings-file.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';

const folder = prepareTestFolder();

async function load() {
  const file = new AccountSettingsFile(folder.path);
  const notice = await file.load();
  return { file, notice };
}

describe('AccountSettingsFile', () => {
  it('keeps the settings of each account until they are removed', async () => {
    const { file } = await load();
    await file.update(accountId, {
      layout: {
        records: 'tenants' as const,
        order: ['id', 'name'],
        hidden: [],
        widths: {},
        pageSize: 50 as const,
      },
    });
    await file.update(accountId, { exportFolder: '/sheets' });
    await file.update(otherId, { exportFolder: '/elsewhere' });

    const again = await load();
    expect(again.notice).toBeNull();
    expect(again.file.get(accountId).layout?.order).toEqual(['id', 'name']);
    expect(again.file.exportFolder(accountId)).toBe('/sheets');
    expect(again.file.get(otherId)).toEqual({
      ...{ layout: null, listState: null, exportOptions: null },
    });

    await again.file.remove(accountId);
    const last = (await load()).file;
    expect(last.get(accountId).layout).toBeNull();
    expect(last.exportFolder(otherId)).toBe('/elsewhere');
  });

  it('drops columns that no longer exist from a stored layout', async () => {
    const layout = {
      records: 'tenants' as const,
      order: ['domain', 'fax', 'name'],
      hidden: ['fax'],
      widths: { fax: 80 },
    };
    const stored = JSON.stringify({ [accountId]: { layout } });
    await writeFile(folder.join('account-settings.json'), stored);
    expect((await load()).file.get(accountId).layout).toEqual({
      records: 'tenants' as const,
      order: ['domain', 'name'],
      hidden: ['age', 'tags', 'note', 'hotlines'],
      widths: { fax: 80 },
      pageSize: 50,
    });
  });

  it('keeps what a list shows, and loses only its invalid values', async () => {
    const { file } = await load();
    const filterValues = { ...noFilter, name: 'hoa', createdFrom: 'last7Days' };
    const sort = [{ field: 'name' as const, direction: 'ascending' as const }];
    const listState = { viewId: otherId, filterValues, sort, changedViews: [] };
    await file.updateListState(accountId, listState, () => true);
    expect((await load()).file.get(accountId).listState).toEqual(listState);

    const stored = {
      [accountId]: {
        // As a version of the app wrote it that had fewer filters.
        listState: { viewId: 'gone', filterValues: { name: 'hoa', createdTo: 'never' }, sort },
      },
    };
    await writeFile(folder.join('account-settings.json'), JSON.stringify(stored));
    const again = await load();
    expect(again.notice).toMatchObject({ code: 'settings_repaired' });
    expect(again.file.get(accountId).listState).toEqual({
      ...{ viewId: null, filterValues: { ...noFilter, name: 'hoa' }, sort, changedViews: [] },
    });
  });

  it('forgets a removed account also in the filters of all accounts', async () => {
    const { file } = await load();
    const shown = { filterValues: { ...noFilter, accountIds: [accountId, otherId] }, sort: null };
    const layout = {
      records: 'tenants' as const,
      order: [],
      hidden: [],
      widths: {},
      pageSize: 50 as const,
    };
    const changed = { ...shown, viewId: otherId, layout, density: 'compact' as const };
    const listState = { ...shown, viewId: null, changedViews: [changed] };
    await file.updateListState('all', listState, () => true);
    await file.remove(accountId);
    for (const name of ['account-settings.json', 'account-settings.json.previous'])
      expect(await readFile(folder.join(name), 'utf8')).not.toContain(accountId);
    expect(file.get('all').listState?.filterValues.accountIds).toEqual([otherId]);
    expect(file.get('all').listState?.changedViews[0]?.filterValues.accountIds).toEqual([otherId]);
  });

  it('repairs a layout that is an array', async () => {
    const stored = JSON.stringify({ [accountId]: { layout: [], exportFolder: '/sheets' } });
    await writeFile(folder.join('account-settings.json'), stored);
    const { file, notice } = await load();
    expect(notice?.code).toBe('settings_repaired');
    expect(file.get(accountId).layout).toBeNull();
    expect(file.exportFolder(accountId)).toBe('/sheets');
  });

  it('loses only the invalid values', async () => {
    const layout = {
      records: 'tenants' as const,
      order: ['domain', 7],
      hidden: 'all',
      widths: { name: 5, domain: 90 },
      pageSize: 3,
    };
    const exportOptions = { ...defaultExportOptions, format: 'csv', csvSeparator: 'dot' };
    const stored = {
      [accountId]: { layout, exportOptions, exportFolder: 8 },
      [otherId]: { exportFolder: '/sheets' },
      nobody: {},
    };
    await writeFile(folder.join('account-settings.json'), JSON.stringify(stored));
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(file.get(accountId)).toEqual({
      layout: {
        records: 'tenants' as const,
        order: ['domain'],
        hidden: ['age', 'tags', 'note', 'hotlines'],
        widths: { domain: 90 },
        pageSize: 50,
      },
      listState: null,
      exportOptions: { ...defaultExportOptions, format: 'csv' },
    });
    expect(file.exportFolder(accountId)).toBeNull();
    expect(file.exportFolder(otherId)).toBe('/sheets');
    expect((await load()).notice).toBeNull();
  });
});
