import { execFile } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connectionScreen } from './screens.ts';
import { expect, test } from './fixture.ts';

test.skip(process.platform === 'win32', 'There are no pipes and links on Windows');

test('the app starts with damaged settings, says so, and removes a partial file', async ({
  launchApp,
  dataFolder,
}) => {
  await mkdir(join(dataFolder, 'accounts.json'));
  await promisify(execFile)('mkfifo', [join(dataFolder, 'preferences.json')]);
  await symlink('window.json', join(dataFolder, 'window.json'));
  await writeFile(join(dataFolder, 'account-settings.json'), '\u0000\u0000');
  await writeFile(join(dataFolder, '.etelecom-0badcafe.partial'), 'half');

  const { page } = await launchApp();
  await expect(connectionScreen(page).exploreSampleData).toBeVisible();
  await expect(page.getByText('A settings file could not be read')).toHaveCount(4);
  for (const name of ['accounts', 'preferences', 'window', 'account-settings']) {
    await expect(page.getByText(join(dataFolder, `${name}.json.unreadable-`))).toBeVisible();
  }
  expect((await readdir(dataFolder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
});
