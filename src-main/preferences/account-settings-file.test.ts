import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountSettingsFile } from './account-settings-file.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'account-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function load() {
  const file = new AccountSettingsFile(folder);
  const notice = await file.load();
  return { file, notice };
}

describe('the settings of an account', () => {
  it('are remembered apart from another account’s, until they are forgotten', async () => {
    const { file } = await load();
    await file.remember(accountId, {
      layout: { order: ['id', 'name'], hidden: [], widths: {}, pageSize: 50 as const },
    });
    await file.remember(accountId, { exportFolder: '/sheets' });
    await file.remember(otherId, { exportFolder: '/elsewhere' });

    const again = await load();
    expect(again.notice).toBeNull();
    expect(again.file.get(accountId).layout?.order).toEqual(['id', 'name']);
    expect(again.file.exportFolder(accountId)).toBe('/sheets');
    expect(again.file.get(otherId)).toEqual({ layout: null, exportOptions: null });

    await again.file.forget(accountId);
    const last = (await load()).file;
    expect(last.get(accountId).layout).toBeNull();
    expect(last.exportFolder(otherId)).toBe('/elsewhere');
  });

  it('drop columns that no longer exist', async () => {
    const layout = { order: ['domain', 'fax', 'name'], hidden: ['fax'], widths: { fax: 80 } };
    const stored = JSON.stringify({ [accountId]: { layout } });
    await writeFile(join(folder, 'account-settings.json'), stored);
    expect((await load()).file.get(accountId).layout).toEqual({
      order: ['domain', 'name'],
      hidden: [],
      widths: { fax: 80 },
      pageSize: 50,
    });
  });
});
