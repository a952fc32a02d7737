import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
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
      layout: { order: ['id', 'name'], hidden: [], widths: {}, pageSize: 50 as const },
    });
    await file.update(accountId, { exportFolder: '/sheets' });
    await file.update(otherId, { exportFolder: '/elsewhere' });

    const again = await load();
    expect(again.notice).toBeNull();
    expect(again.file.get(accountId).layout?.order).toEqual(['id', 'name']);
    expect(again.file.exportFolder(accountId)).toBe('/sheets');
    expect(again.file.get(otherId)).toEqual({ layout: null, exportOptions: null });

    await again.file.remove(accountId);
    const last = (await load()).file;
    expect(last.get(accountId).layout).toBeNull();
    expect(last.exportFolder(otherId)).toBe('/elsewhere');
  });

  it('drops columns that no longer exist from a stored layout', async () => {
    const layout = { order: ['domain', 'fax', 'name'], hidden: ['fax'], widths: { fax: 80 } };
    const stored = JSON.stringify({ [accountId]: { layout } });
    await writeFile(folder.join('account-settings.json'), stored);
    expect((await load()).file.get(accountId).layout).toEqual({
      order: ['domain', 'name'],
      hidden: [],
      widths: { fax: 80 },
      pageSize: 50,
    });
  });

  it('loses only the invalid values', async () => {
    const layout = {
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
      layout: { order: ['domain'], hidden: [], widths: { domain: 90 }, pageSize: 50 },
      exportOptions: { ...defaultExportOptions, format: 'csv' },
    });
    expect(file.exportFolder(accountId)).toBeNull();
    expect(file.exportFolder(otherId)).toBe('/sheets');
    expect((await load()).notice).toBeNull();
  });
});
