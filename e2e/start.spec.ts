import { cp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '@playwright/test';
import { chooseHost } from './app.ts';
import { expect, test } from './fixture.ts';
import { startHangingExport } from './hanging-export.ts';
import { tenantsScreen } from './screens.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const assets = join('out', 'renderer', 'assets');

/** Copies the built app. Returns its main file, and functions that remove and restore files of parts. */
async function copyApp(folder: string) {
  for (const name of ['out', 'package.json']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const change = async (name: RegExp, act: (file: string) => Promise<void>) => {
    const files = (await readdir(join(root, assets))).filter((each) => name.test(each));
    expect(files).not.toEqual([]);
    for (const file of files) await act(join(assets, file));
  };
  return {
    main: join(folder, 'out', 'main', 'index.js'),
    remove: (name: RegExp) => change(name, (file) => rm(join(folder, file))),
    restore: (name: RegExp) => change(name, (file) => cp(join(root, file), join(folder, file))),
  };
}

test.use({ tenantCount: 330 });

test.beforeEach(() => {
  test.skip(chooseHost() === 'electron', 'starts the built app of this folder only');
});

test('an app with missing files says so in both languages, and works again when they are back', async ({
  launchApp,
  folder,
}) => {
  const { main, remove, restore } = await copyApp(folder);
  const styles = /^first-screen-.*\.css$/;
  await remove(styles);
  const { page, screenshot } = await launchApp({ main });
  const error = page.getByRole('alert');
  await expect(error).toContainText('The app could not be loaded.');
  await expect(error).toContainText('Không mở được ứng dụng.');
  await screenshot('start-failed');
  await restore(styles);
  await error.getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByRole('button', { name: 'Test and connect' })).toBeVisible();
});

test('a part that cannot be loaded is left out, the rest works, and it can be tried again', async ({
  launchApp,
  folder,
  sandbox,
}) => {
  const { main, remove, restore } = await copyApp(join(folder, 'app'));
  const app = await launchApp({ main });
  const { page, screenshot } = app;
  const tenants = await startHangingExport(app, sandbox, folder);
  const panel = /^overview-panel-.*\.js$/;
  await remove(panel);
  await page.getByRole('button', { name: 'Overview' }).click();
  const error = page.getByRole('alert').filter({ hasText: 'A part of the app' });
  await expect(error).toHaveText(/A part of the app could not be shown\./);
  await expect(tenants.exportPanel).toContainText('100 rows so far');
  await screenshot('part-failed');
  await restore(panel);
  await error.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Overview' })).toBeVisible();
  await expect(error).toBeHidden();
  await tenants.exportPanel.getByRole('button', { name: 'Cancel' }).click();
  await expect(tenants.exportPanel).not.toContainText('100 rows so far');
});

test('the list is shown although all other parts cannot be loaded', async ({
  connected,
  launchApp,
  folder,
}) => {
  await connected.app.close();
  const { main, remove, restore } = await copyApp(folder);
  const parts = /^later-parts-.*\.js$/;
  await remove(parts);
  const { page } = await launchApp({ main });
  const tenants = tenantsScreen(page);
  await expect(tenants.label).toContainText('330 tenants');
  const error = page.getByRole('alert').filter({ hasText: 'A part of the app' });
  await expect(error).toBeVisible();

  // The overview is still loading when the user tries again, and fails afterwards.
  const request = Promise.withResolvers<Route>();
  await page.route(/overview-panel-.*\.js$/, (route) => request.resolve(route), { times: 1 });
  await page.getByRole('button', { name: 'Overview' }).click();
  const loading = await request.promise;
  await restore(parts);
  await error.getByRole('button', { name: 'Try again' }).click();
  await loading.fulfill({ status: 404 });
  await expect(page.getByRole('region', { name: 'Overview' })).toBeVisible();
  await expect(error).toBeHidden();
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the list is shown although texts cannot be loaded, also when they are tried again', async ({
  connected,
  launchApp,
  folder,
  dataFolder,
}) => {
  await connected.app.close();
  // Its notice is in the first screen, so it waits for texts only.
  await writeFile(join(dataFolder, 'views.json'), 'damaged');
  const { main, remove, restore } = await copyApp(folder);
  const texts = /^later-(?!parts).*\.js$/;
  await remove(texts);
  const { page } = await launchApp({ main });
  const tenants = tenantsScreen(page);
  const error = page.getByRole('alert').filter({ hasText: 'A part of the app' });
  const notice = page.getByText('A settings file could not be read');
  await expect(error).toBeVisible();
  const failedAgain = page.waitForResponse((response) => response.status() === 404);
  await error.getByRole('button', { name: 'Try again' }).click();
  await failedAgain;
  await expect(error).toBeVisible();
  await expect(tenants.label).toContainText('330 tenants');
  await expect(notice).toHaveCount(0);
  await restore(texts);
  await error.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeVisible();
  await expect(error).toBeHidden();
});

test('an export is reported if the page is loaded again', async ({
  launchApp,
  folder,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await startHangingExport(app, sandbox, folder);
  await app.page.reload();
  await expect(tenants.exportPanel).toContainText('Try again…');
});
