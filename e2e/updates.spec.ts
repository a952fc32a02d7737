import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAppImage, startUpdateServer, type UpdateServer } from '../sandbox/update-server.ts';
import { chooseHost, type App } from './app.ts';
import { expect, test as base } from './fixture.ts';
import { chooseInMenu } from './menu.ts';
import { connect } from './screens.ts';

interface Installed {
  server: UpdateServer;
  /** Starts the installed version 0.1.0. */
  start: () => Promise<App>;
  /** Returns the bytes of the installed AppImage. */
  bytes: () => Promise<Buffer>;
}

const test = base.extend<{ installed: Installed; packageType: 'AppImage' | 'deb' }>({
  packageType: ['AppImage', { option: true }],

  installed: async ({ launchApp, folder, packageType }, provide) => {
    const server = await startUpdateServer();
    const resources = join(folder, 'resources');
    const image = join(folder, 'installed.AppImage');
    await mkdir(resources);
    const settings = { provider: 'generic', url: server.url, useMultipleRangeRequest: false };
    await writeFile(
      join(resources, 'app-update.yml'),
      JSON.stringify({ ...settings, updaterCacheDirName: 'updates' }),
    );
    await writeFile(join(resources, 'package-type'), packageType);
    await writeFile(image, createAppImage('0.1.0').bytes);
    await chmod(image, 0o755);
    await provide({
      server,
      start: () =>
        launchApp({
          env: {
            TEST_HOST_RESOURCES: resources,
            XDG_CACHE_HOME: join(folder, 'cache'),
            ...(packageType === 'AppImage' && { APPIMAGE: image, APPDIR: folder }),
          },
        }),
      bytes: () => readFile(image),
    });
    await server.close();
  },
});

test.skip(chooseHost() === 'electron', 'Only the Chromium host can play an installed app');

const changelogs = `# Changelog

## [0.2.0] - 2026-12-24

### Added

- A tree for the holidays.

# Nhật ký thay đổi

## [0.2.0] - 2026-12-24

### Thêm mới

- Một cây thông cho ngày lễ.
`;

const release = (server: UpdateServer, script?: string) => {
  const file = createAppImage('0.2.0', script);
  server.release('0.2.0', file, { releaseNotes: changelogs });
  return file;
};

/** Opens Help → Check for updates…, which checks at once. */
async function checkForUpdates(app: App) {
  await chooseInMenu(app, 'checkForUpdates');
  return app.page.getByRole('dialog', { name: 'Updates' });
}

test('a newer version is downloaded, announced by a banner, and installed by a restart', async ({
  installed,
  sandbox,
  folder,
}) => {
  const { server } = installed;
  const started = join(folder, 'started');
  const file = release(server, `echo started > '${started}'`);
  const app = await installed.start();
  await connect(app.page, sandbox);
  const dialog = await checkForUpdates(app);
  await expect(dialog).toContainText('Version 0.2.0 is ready.');
  await expect(dialog).toContainText('A tree for the holidays.');
  await app.screenshot('updates-dialog');
  await app.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const banner = app.page.getByRole('status').filter({ hasText: 'Version 0.2.0 is ready.' });
  await banner.getByRole('button', { name: 'What’s new' }).click();
  const notes = app.page.getByRole('dialog', { name: 'What’s new' });
  await expect(notes.getByRole('heading', { name: 'Version 0.2.0' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(notes).toHaveCount(0);
  await app.screenshot('updates-banner');
  expect(await installed.bytes()).not.toEqual(file.bytes);

  await banner.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => readFile(started, 'utf8').catch(() => '')).toBe('started\n');
  expect(await installed.bytes()).toEqual(file.bytes);
});

test('a restart waits while a refresh runs, and the version is installed by quitting', async ({
  installed,
  sandbox,
}) => {
  const file = release(installed.server);
  const app = await installed.start();
  const tenants = await connect(app.page, sandbox);
  const dialog = await checkForUpdates(app);
  await expect(dialog).toContainText('Version 0.2.0 is ready.');
  sandbox.setFaults({ hang: {} });
  await app.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await tenants.refresh.click();
  await expect(tenants.cancel).toBeVisible();
  await app.page.getByRole('button', { name: 'Restart' }).click();
  await expect(app.page.getByRole('alert')).toContainText('An export or a refresh is running.');
  expect(app.process().exitCode).toBeNull();
  await app.close();
  expect(await installed.bytes()).toEqual(file.bytes);
});

test('after a choice of Ask before downloading, the user starts each download', async ({
  installed,
  sandbox,
}) => {
  release(installed.server);
  const app = await installed.start();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  await tenants.settings.click();
  await page.getByRole('tab', { name: 'Updates' }).click();
  await page.getByText('Ask before downloading').click();
  await expect(page.getByText('You decide when to download it.')).toBeVisible();
  await app.screenshot('updates-settings');
  await page.keyboard.press('Escape');
  const dialog = await checkForUpdates(app);
  await expect(dialog).toContainText('Version 0.2.0 is available.');
  expect(installed.server.sentBytes).toBe(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('button', { name: 'Restart' })).toBeVisible();
});

test('a check answers in words: no newer version, no server, and a damaged file', async ({
  installed,
  sandbox,
}) => {
  const { server } = installed;
  server.release('0.1.0', createAppImage('0.1.0'));
  const app = await installed.start();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await expect(await checkForUpdates(app)).toContainText('You have the newest version, 0.1.0.');
  await close();

  await tenants.settings.click();
  await page.getByRole('tab', { name: 'Updates' }).click();
  await page.getByText('Off', { exact: true }).click();
  await close();
  release(server);
  server.setFaults({ tampers: true });
  const dialog = await checkForUpdates(app);
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is not what was released');
  await close();

  await server.close();
  const failed = await checkForUpdates(app);
  await expect(failed.getByRole('alert')).toContainText('The update server cannot be reached.');
  await app.screenshot('updates-unreachable');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(failed.getByRole('alert')).toContainText('The update server cannot be reached.');
});

test.describe('a package for Debian', () => {
  test.use({ packageType: 'deb' });

  test('opens the download page instead, in Vietnamese too', async ({ installed, sandbox }) => {
    release(installed.server);
    const app = await installed.start();
    const { page } = app;
    await connect(page, sandbox);
    await chooseInMenu(app, 'vietnamese');
    await expect(page.getByRole('button', { name: 'Cài đặt', exact: true })).toBeVisible();
    await chooseInMenu(app, 'checkForUpdates');
    const dialog = page.getByRole('dialog', { name: 'Cập nhật' });
    await expect(dialog).toContainText('Đã có phiên bản 0.2.0.');
    await expect(dialog).toContainText('Một cây thông cho ngày lễ.');
    await app.screenshot('updates-vi');
    await dialog.getByRole('button', { name: 'Mở trang tải về' }).click();
    const opened = () =>
      app.evaluate(({ shell }): unknown => ('calls' in shell ? shell.calls : []));
    await expect
      .poll(opened)
      .toEqual([['openExternal', 'https://github.com/etelecom/etelecom-tenants/releases/latest']]);
  });
});
