import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test as base } from './fixture.ts';
import { startProxy, type ProxyServer } from './proxy-server.ts';
import { connectionScreen, openSettings, tenantsScreen } from './screens.ts';

const password = 'canary-mật-khẩu-7f3a';

const test = base.extend<{ proxyServer: ProxyServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern
  proxyServer: async ({}, provide) => {
    const proxy = await startProxy('lan', password);
    await provide(proxy);
    await proxy.close();
  },
});

function proxyDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Sign in to the proxy' });
  const userName = dialog.getByRole('textbox', { name: 'User name' });
  const passwordField = dialog.getByLabel('Password', { exact: true });
  return {
    dialog,
    userName,
    password: passwordField,
    signIn: async (typed: string) => {
      await passwordField.fill(typed);
      await passwordField.press('Enter');
    },
  };
}

test('a proxy’s password is asked for once, and again only if the proxy refuses it', async ({
  launchApp,
  sandbox,
  proxyServer,
  dataFolder,
}) => {
  const app = await launchApp({ args: proxyServer.args });
  const { page } = app;
  const screen = connectionScreen(page);
  await screen.baseUrl.fill(sandbox.baseUrl);
  await screen.apiKey.fill(sandbox.apiKey);
  await screen.connect.click();

  const asked = proxyDialog(page);
  await expect(asked.dialog).toContainText(/proxy 127\.0\.0\.1:\d+ of your network/);
  await expect(asked.userName).toBeFocused();
  await expect(asked.password).toHaveAttribute('type', 'password');
  await asked.userName.fill('lan');
  await app.screenshot('proxy');
  await asked.signIn('wrong');
  await expect(asked.dialog.getByRole('alert')).toContainText('did not accept');
  await expect(asked.userName).toHaveValue('lan');
  await expect(asked.password).toBeFocused();
  await asked.signIn(password);

  const tenants = tenantsScreen(page);
  await tenants.hasRows(50);
  await expect(asked.dialog).toBeHidden();
  const before = proxyServer.counts.passed;
  await tenants.readAll();
  await expect.poll(() => proxyServer.counts.passed).toBeGreaterThan(before);
  // The refresh ends after its last row: it also asks for the hotlines.
  await expect(tenants.refresh).toBeEnabled();
  expect(proxyServer.counts.refused).toBe(2);

  proxyServer.setPassword('changed');
  await tenants.refresh.click();
  await expect(asked.dialog.getByRole('alert')).toContainText('did not accept');
  await asked.userName.fill('lan');
  await asked.signIn('changed');
  await expect(asked.dialog).toBeHidden();
  await tenants.settled();

  const storage = await page.evaluate<unknown>('JSON.stringify({ ...localStorage })');
  expect(app.output() + String(storage)).not.toContain(password);
  await app.close();
  for (const file of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(file.parentPath, file.name));
    expect(bytes.includes(password), file.name).toBe(false);
  }
});

test('a canceled question fails the request, and the next action of the user asks again', async ({
  launchApp,
  sandbox,
  proxyServer,
}) => {
  const { page } = await launchApp({ args: proxyServer.args });
  const screen = connectionScreen(page);
  await screen.baseUrl.fill(sandbox.baseUrl);
  await screen.apiKey.fill(sandbox.apiKey);
  await screen.connect.click();
  const asked = proxyDialog(page);
  await asked.userName.fill('lan');
  await asked.userName.press('Escape');
  await expect(screen.error).toContainText('needs a user name and a password. Try again');

  await screen.connect.click();
  await asked.userName.fill('lan');
  await asked.signIn(password);
  await tenantsScreen(page).hasRows(50);
});

test('the question is asked at the start, on top of other dialogs, and does not stop the app', async ({
  launchApp,
  sandbox,
  proxyServer,
}) => {
  const first = await launchApp();
  await connectWithoutProxy(first.page, sandbox);
  await first.close();

  // The app tests at the start whether the server can be reached.
  const second = await launchApp({ args: proxyServer.args });
  const { page } = second;
  const asked = proxyDialog(page);
  await expect(asked.dialog).toBeVisible();
  await tenantsScreen(page).hasRows(50);
  await page.keyboard.press('Escape');
  await expect(asked.dialog).toBeHidden();

  const settings = await openSettings(page, 'Connections');
  await settings.getByRole('button', { name: 'Test connection' }).click();
  await expect(asked.userName).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked.dialog).toBeHidden();
  await expect(settings.getByRole('alert')).toContainText('needs a user name and a password');

  await settings.getByRole('button', { name: 'Test connection' }).click();
  await expect(asked.userName).toBeFocused();
  // After a reload, the question is still there.
  await page.reload();
  await tenantsScreen(page).hasRows(50);
});

async function connectWithoutProxy(page: Page, sandbox: { baseUrl: string; apiKey: string }) {
  const screen = connectionScreen(page);
  await screen.baseUrl.fill(sandbox.baseUrl);
  await screen.apiKey.fill(sandbox.apiKey);
  await screen.connect.click();
  await tenantsScreen(page).hasRows(50);
}
