import type { App } from './app.ts';
import { expect, test } from './fixture.ts';
import { chooseInMenu, menuItem } from './menu.ts';

function zoomFactor(app: App) {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
  );
}

function windowBounds(app: App) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
}

test('zoom goes from 50 to 300 % with all its shortcuts and is remembered', async ({
  connected,
  launchApp,
}) => {
  const { app: first } = connected;
  const { keyboard } = first.page;
  await keyboard.press('ControlOrMeta+Equal');
  await expect.poll(() => zoomFactor(first)).toBe(1.1);
  await keyboard.press('ControlOrMeta+Shift+Equal');
  await expect.poll(() => zoomFactor(first)).toBe(1.25);
  await keyboard.press('ControlOrMeta+NumpadAdd');
  await expect.poll(() => zoomFactor(first)).toBe(1.5);
  await keyboard.press('ControlOrMeta+NumpadSubtract');
  await expect.poll(() => zoomFactor(first)).toBe(1.25);
  await keyboard.press('ControlOrMeta+0');
  await expect.poll(() => zoomFactor(first)).toBe(1);
  for (let step = 0; step < 12; step++) await keyboard.press('ControlOrMeta+Minus');
  await expect.poll(() => zoomFactor(first)).toBe(0.5);
  for (let step = 0; step < 20; step++) await keyboard.press('ControlOrMeta+Equal');
  await expect.poll(() => zoomFactor(first)).toBe(3);
  await first.screenshot('zoom-300');
  await keyboard.press('ControlOrMeta+Minus');
  await keyboard.press('ControlOrMeta+Minus');
  await expect.poll(() => zoomFactor(first)).toBe(2);
  await first.screenshot('zoom-200');
  await first.close();

  const second = await launchApp();
  await expect.poll(() => zoomFactor(second)).toBe(2);
});

test('About shows the versions and the third-party licenses', async ({ launchApp }) => {
  const app = await launchApp();
  await expect.poll(() => menuItem(app, 'about')).toMatchObject({ enabled: true });
  await chooseInMenu(app, 'about');
  const about = app.page.getByRole('dialog', { name: 'About eTelecom Tenants' });
  await expect(about).toContainText('eTelecom Tenants 0.1.0');
  const licenses = about.getByRole('group', { name: 'Licenses' });
  for (const name of ['react-dom', '@mantine/core', 'zod', 'i18next', '@github/keytar']) {
    await expect(licenses.getByText(name, { exact: true })).toBeVisible();
  }
  await app.screenshot('about');
  await licenses.getByText('react-dom', { exact: true }).click();
  await expect(licenses).toContainText('Permission is hereby granted');
  await app.page.keyboard.press('Escape');
  await expect(about).toHaveCount(0);
});

test('diagnostics are shown before they are copied and contain nothing secret', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  const [name = ''] = await tenants.texts('name');
  sandbox.setFaults({ status: { status: 501 } });
  await app.page.keyboard.press('ControlOrMeta+R');
  await expect(tenants.error).toBeVisible();

  await chooseInMenu(app, 'copyDiagnostics');
  const dialog = app.page.getByRole('dialog', { name: 'Diagnostics' });
  const shown = dialog.getByRole('group', { name: 'Diagnostics' });
  await expect(shown).toContainText('60 rows');
  await expect(shown).toContainText('refreshList: server_failed');
  await expect(shown).toContainText('another address, key: keychain');
  await app.screenshot('diagnostics');
  const text = (await shown.textContent()) ?? '';
  const port = new URL(sandbox.baseUrl).port;
  for (const secret of [sandbox.apiKey, name, sandbox.baseUrl, port, app.dataFolder]) {
    expect(text).not.toContain(secret);
  }
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied')).toBeVisible();
  expect(await app.page.evaluate<unknown>('navigator.clipboard.readText()')).toBe(text);
});

test('the window reopens at its last position, but never outside all displays', async ({
  launchApp,
}) => {
  const first = await launchApp();
  const place = { x: 40, y: 60, width: 1000, height: 700 };
  await first.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);
  await first.close();

  const second = await launchApp();
  expect(await windowBounds(second)).toEqual(place);
  await second.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 90_000, y: 90_000 });
  });
  await second.close();

  const third = await launchApp();
  expect((await windowBounds(third))?.x).toBeLessThan(10_000);
});

test('a maximized window reopens maximized and keeps its normal position', async ({
  launchApp,
}) => {
  const first = await launchApp();
  const isMaximized = (app: App) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized());
  expect(await isMaximized(first)).toBe(false);
  const place = { x: 60, y: 80, width: 1100, height: 720 };
  await first.evaluate(({ BrowserWindow }, bounds) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds(bounds);
    window?.maximize();
  }, place);
  await first.close();

  const second = await launchApp();
  expect(await isMaximized(second)).toBe(true);
  expect(await windowBounds(second)).toEqual(place);
});

test('a second start brings the existing window to the front', async ({ launchApp }) => {
  const app = await launchApp();
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize();
    electronApp.emit('second-instance');
  });
  const isMinimized = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(false);
});

test('a notification says what a refresh found while the window was hidden', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  await app.evaluate(({ BrowserWindow, Notification }) => {
    Reflect.set(globalThis, 'notified', []);
    Notification.prototype.show = function show(this: { title: string; body: string }) {
      const notified: unknown = Reflect.get(globalThis, 'notified');
      if (Array.isArray(notified)) notified.push(`${this.title}: ${this.body}`);
    };
    BrowserWindow.getAllWindows()[0]?.focus();
  });
  const notified = () => app.evaluate((): unknown => Reflect.get(globalThis, 'notified'));
  const refreshed = app.page.getByText('List refreshed.');

  await app.page.keyboard.press('ControlOrMeta+R');
  await expect(refreshed).toHaveCount(1);
  await tenants.settled();
  expect(await notified()).toEqual([]);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const asked = sandbox.requests.length;
  await app.page.keyboard.press('F5');
  // Nothing has changed, so there is no notification.
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(asked);
  // F5 does nothing while a refresh is running.
  await expect(tenants.refresh).toBeEnabled();
  await expect(refreshed).toHaveCount(1);
  const [first, second, ...rest] = sandbox.tenants;
  if (first === undefined || second === undefined) throw new Error('The list is empty');
  sandbox.setTenants([{ ...first, name: 'Renamed' }, ...rest]);
  await app.page.keyboard.press('F5');
  await expect.poll(notified).toEqual([expect.stringMatching(/: 1 changed, 1 gone$/)]);
});
