import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { addAccount, addAccountsWithoutKeys, addDialog, showAccount } from './add-account.ts';
import { stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { menuHasFocus } from './keyboard.ts';
import { keychainEntries } from './keychain.ts';
import { menuItem } from './menu.ts';
import { connectionScreen, openSettings, tenantsScreen } from './screens.ts';

test('two accounts have their own keys and lists', async ({
  connected,
  launchApp,
  sandbox,
  dataFolder,
  otherServer: other,
}) => {
  const { app: first, tenants } = connected;
  await expect(tenants.account).toHaveText('127.0.0.1');
  await expect(first.page).toHaveTitle('127.0.0.1 — eTelecom Tenants');
  await addAccount(first.page, { name: 'Chị Hà', server: other });
  await expect(first.page).toHaveTitle('Chị Hà — eTelecom Tenants');
  expect(await keychainEntries(first)).toEqual([sandbox.apiKey, other.apiKey]);
  await tenants.account.click();
  await menuHasFocus(first.page);
  await first.screenshot('accounts-menu');
  await first.page.keyboard.press('Escape');
  await first.page.keyboard.press('ControlOrMeta+1');
  await expect(tenants.label).toContainText('60 tenants · read in full');
  await first.page.keyboard.press('ControlOrMeta+2');
  await expect(tenants.label).toContainText('25 tenants · read in full');
  await first.page.keyboard.press('ControlOrMeta+3');
  await expect(tenants.account).toHaveText('Chị Hà');
  await expect
    .poll(() => menuItem(first, 'account2'))
    .toMatchObject({ label: 'Chị Hà', checked: true });
  await first.page.keyboard.press('ControlOrMeta+1');
  await expect(tenants.account).toHaveText('127.0.0.1');
  await first.close();

  for (const file of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(file.parentPath, file.name));
    expect(bytes.includes(sandbox.apiKey), file.name).toBe(false);
    expect(bytes.includes(other.apiKey), file.name).toBe(false);
  }

  const second = await launchApp();
  await expect(tenantsScreen(second.page).account).toHaveText('127.0.0.1');
  await expect(tenantsScreen(second.page).label).toContainText('60 tenants');
});

test('exports name their account', async ({ connectedToTwo, dataFolder }) => {
  const { app, tenants } = connectedToTwo;
  const path = join(dataFolder, 'sheet.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const info = workbook.getWorksheet('Info')?.getSheetValues().flat();
  expect(info).toContain('Chị Hà');
  expect(workbook.title).toContain('Chị Hà');
});

test('an account is renamed, recolored and removed with all its data', async ({
  connectedToTwo,
  sandbox,
}) => {
  const { app, page, tenants } = connectedToTwo;
  await tenants.account.click();
  await page.getByRole('menuitem', { name: 'Manage accounts' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const name = settings.getByRole('textbox', { name: 'Name of 127.0.0.1' });
  await name.fill('Minh Anh');
  await name.press('Enter');
  await settings.getByRole('button', { name: 'Color of Minh Anh' }).click();
  await app.screenshot('accounts-colors');
  await page.getByRole('menuitemradio', { name: 'Violet' }).click();
  await settings.getByRole('tab', { name: 'Language' }).click();
  await settings.getByText('Tiếng Việt').click();
  await page.getByText('Tối', { exact: true }).click();
  await page.getByRole('tab', { name: 'Tài khoản' }).click();
  await page.getByRole('textbox', { name: 'Tên của Chị Hà' }).focus();
  await app.screenshot('accounts-settings-vi-dark');
  await page.getByRole('tab', { name: 'Ngôn ngữ' }).click();
  await page.getByText('English').click();
  await settings.getByText('Light', { exact: true }).click();
  await settings.getByRole('tab', { name: 'Accounts' }).click();

  await settings.getByRole('button', { name: 'Remove Chị Hà' }).click();
  await expect(settings.getByRole('alert')).toContainText(
    'saved list, history, settings, views, scheduled exports, recent exports',
  );
  await app.screenshot('accounts-removal');
  await settings.getByRole('button', { name: 'Cancel' }).click();
  await settings.getByRole('button', { name: 'Remove Chị Hà' }).click();
  await settings.getByRole('button', { name: 'Remove account' }).click();
  await expect(settings.getByRole('textbox', { name: /^Name of/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tenants.account).toHaveText('Minh Anh');
  await expect(tenants.label).toContainText('60 tenants');
  expect(await keychainEntries(app)).toEqual([sandbox.apiKey]);

  await openSettings(page, 'Accounts');
  await settings.getByRole('button', { name: 'Remove Minh Anh' }).click();
  await settings.getByRole('button', { name: 'Remove account' }).click();
  await expect(connectionScreen(page).connect).toBeVisible();
  await expect(page).toHaveTitle('eTelecom Tenants');
});

test('a key that another account has is not added again', async ({ connectedToTwo, sandbox }) => {
  const { app, page, tenants } = connectedToTwo;
  await tenants.account.click();
  await page.getByRole('menuitem', { name: 'Add account' }).click();
  const dialog = addDialog(page);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(sandbox.baseUrl);
  await dialog.getByLabel('API key', { exact: true }).fill(sandbox.apiKey);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('You already have this key as “127.0.0.1”');
  await app.screenshot('accounts-known-key');
  await dialog.getByRole('button', { name: 'Show “127.0.0.1”' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(tenants.account).toHaveText('127.0.0.1');
});

test('the key of an account that is not shown can be tested, removed and entered again', async ({
  connectedToTwo,
  sandbox,
}) => {
  const { app, page, tenants } = connectedToTwo;
  const settings = await openSettings(page, 'Connections');
  const account = settings.getByRole('combobox', { name: 'Account' });
  await expect(account.locator('option:checked')).toHaveText('Chị Hà');
  await account.selectOption('127.0.0.1');
  await settings.getByRole('button', { name: 'Test connection' }).click();
  await expect(settings.getByText('The connection works.')).toBeVisible();
  await app.screenshot('settings-connections');
  await settings.getByRole('button', { name: 'Remove key' }).click();
  await settings.getByRole('button', { name: 'Remove key' }).click();
  await expect(settings.getByRole('button', { name: 'Enter key' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await showAccount(page, /^All accounts/);
  await tenants.refresh.click();
  await expect(tenants.error).toContainText('The API key is no longer on this computer.');
  await showAccount(page, /^Chị Hà/);
  await openSettings(page, 'Connections');
  await account.selectOption('127.0.0.1');
  await settings.getByRole('button', { name: 'Enter key' }).click();
  await settings.getByLabel('API key', { exact: true }).fill(sandbox.apiKey);
  await page.keyboard.press('Enter');
  await expect(settings.getByText('Connected with the new key.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tenants.account).toHaveText('Chị Hà');
});

test('after the shown account is removed, menu and page show the same one', async ({
  connected,
  launchApp,
  dataFolder,
}) => {
  const { app: first } = connected;
  await first.close();
  await addAccountsWithoutKeys(dataFolder, ['Chị Hà', 'Minh Anh']);
  const app = await launchApp();
  const { page } = app;
  const { account } = tenantsScreen(page);
  await showAccount(page, /^Minh Anh/);
  await expect(account).toHaveText('Minh Anh');
  const settings = await openSettings(page, 'Accounts');
  await settings.getByRole('button', { name: 'Remove Minh Anh' }).click();
  await settings.getByRole('button', { name: 'Remove account' }).click();
  await expect(account).toHaveText('Chị Hà');
  await expect.poll(() => menuItem(app, 'account2')).toMatchObject({ checked: true });
});

test('sample data is a marked account; an account without a key asks for one', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const tenants = tenantsScreen(page);
  await connectionScreen(page).exploreSampleData.click();
  await expect(tenants.label).toContainText('2,500 tenants · read in full');
  await page.getByRole('button', { name: 'Connect with your key' }).click();
  const dialog = addDialog(page);
  await expect(dialog.getByRole('button', { name: 'Explore with sample data' })).toHaveCount(0);
  await app.screenshot('accounts-add');
  await dialog.getByRole('textbox', { name: 'Account name' }).fill('Minh Anh');
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(sandbox.baseUrl);
  await dialog.getByLabel('API key', { exact: true }).fill(sandbox.apiKey);
  await page.keyboard.press('Enter');
  await expect(tenants.label).toContainText('60 tenants · read in full');

  const settings = await openSettings(page, 'Connections');
  await settings.getByRole('button', { name: 'Remove key' }).click();
  await settings.getByRole('button', { name: 'Remove key' }).click();
  await expect(page.getByRole('heading', { name: 'Reconnect “Minh Anh”' })).toBeVisible();
  await expect(connectionScreen(page).baseUrl).toHaveValue(sandbox.baseUrl);
  await app.screenshot('accounts-reconnect');
  await showAccount(page, /^Sample data/);
  await expect(tenants.label).toContainText('2,500 tenants');
});

test.describe('a running refresh', () => {
  test.use({ tenantCount: 1000 });

  test('continues while another account is shown', async ({ connectedToTwo, sandbox }) => {
    const { page, tenants } = connectedToTwo;
    const before = sandbox.requests.length;
    await showAccount(page, /^127/);
    // Showing an account sends a request to its server. It must not count as one of the three below.
    await expect.poll(() => sandbox.requests.length).toBeGreaterThan(before);
    sandbox.setFaults({ hang: { after: 3 } });
    await tenants.readAll();
    await expect(page.getByText('300 of 1,000')).toBeVisible();

    await showAccount(page, /^Chị Hà/);
    await expect(tenants.label).toContainText('25 tenants');
    await tenants.refresh.click();
    await expect(tenants.label).toContainText('25 tenants');
    await expect(tenants.refresh).toBeEnabled();

    await showAccount(page, /^127/);
    await expect(page.getByText('300 of 1,000')).toBeVisible();
    await tenants.cancel.click();
    await expect(page.getByText('stopped after 300 tenants')).toBeVisible();
  });
});
