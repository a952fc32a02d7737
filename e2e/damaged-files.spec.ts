import { execFile } from 'node:child_process';
import { mkdir, readdir, rmdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from './run-command.ts';
import { connectionScreen } from './screens.ts';
import { expect, test } from './fixture.ts';

test.skip(process.platform === 'win32', 'There are no pipes and links on Windows');

test('the app starts with damaged settings, says so, and removes partial files', async ({
  launchApp,
  dataFolder,
  folder,
}) => {
  await mkdir(join(dataFolder, 'accounts.json'));
  await promisify(execFile)('mkfifo', [join(dataFolder, 'preferences.json')]);
  await symlink('window.json', join(dataFolder, 'window.json'));
  await writeFile(join(dataFolder, 'account-settings.json'), '\u0000\u0000');
  const partial = '.etelecom-0badcafe.partial';
  const createdAt = new Date().toISOString();
  for (const path of [dataFolder, folder]) await writeFile(join(path, partial), 'half');
  await writeFile(
    join(dataFolder, 'partial-files.json'),
    JSON.stringify({ files: [{ path: join(folder, partial), createdAt }] }),
  );

  const { page } = await launchApp();
  await expect(connectionScreen(page).exploreSampleData).toBeVisible();
  await expect(page.getByText('A settings file could not be read')).toHaveCount(4);
  for (const name of ['accounts', 'preferences', 'window', 'account-settings']) {
    await expect(page.getByText(join(dataFolder, `${name}.json.unreadable-`))).toBeVisible();
  }
  expect(await readdir(dataFolder)).not.toContain(partial);
  await expect.poll(() => readdir(folder)).toEqual([]);
});

test('a command says which settings were damaged, and the next window shows them once', async ({
  launchApp,
  dataFolder,
}) => {
  await writeFile(join(dataFolder, 'views.json'), 'damaged');
  const { output, progress } = await runCommand(dataFolder, 'list-accounts');
  expect(output).toMatchObject({ ok: true, notices: [{ code: 'settings_unreadable' }] });
  expect(progress).toContain('A settings file could not be read');
  for (const count of [1, 0]) {
    const app = await launchApp();
    await expect(connectionScreen(app.page).exploreSampleData).toBeVisible();
    await expect(app.page.getByText('A settings file could not be read')).toHaveCount(count);
    await app.close();
  }
});

test('the working folder can be deleted before the app starts', async ({ launchApp, folder }) => {
  const before = process.cwd();
  const gone = join(folder, 'gone');
  await mkdir(gone);
  process.chdir(gone);
  try {
    await rmdir(gone);
    const { page } = await launchApp();
    await expect(connectionScreen(page).exploreSampleData).toBeVisible();
  } finally {
    process.chdir(before);
  }
});
