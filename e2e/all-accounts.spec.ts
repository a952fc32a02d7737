import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { generateTenants } from '../sandbox/generate.ts';
import { addAccount, showAccount } from './add-account.ts';
import { stubSaveDialog } from './app.ts';
import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixture.ts';
import { menuHasFocus, runFromPalette } from './keyboard.ts';
import { menuItem } from './menu.ts';
import { tenantsScreen } from './screens.ts';

/** Tenants with the same ids as those of the first account, but other names. */
const others = generateTenants({ count: 25, seed: 1 }).map((tenant) => ({
  ...tenant,
  name: `${tenant.name} (Zulu)`,
}));

test.use({ otherTenants: [others, { scope: 'test' }] });

test('all accounts are one list with an account column @clipboard', async ({
  connected,
  sandbox,
  otherServer: other,
}) => {
  const { app, page, tenants } = connected;
  await tenants.account.click();
  await menuHasFocus(page);
  await expect(page.getByRole('menuitemradio', { name: 'All accounts' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await addAccount(page, { name: 'Chị Hà', server: other });

  await runFromPalette(page, 'All accounts');
  await expect(tenants.account).toHaveText('All accounts');
  await expect(page).toHaveTitle('All accounts — eTelecom Tenants');
  await expect(tenants.summary).toHaveText(/of 85$/);
  await expect(page.locator('footer')).toContainText('85 tenants · read in full');
  await expect(tenants.live).toHaveCount(0);
  for (const [direction, first] of [
    ['ascending', '127.0.0.1'],
    ['descending', 'Chị Hà'],
  ] as const) {
    await tenants.sortBy('Account').click();
    await expect(tenants.header('Account')).toHaveAttribute('aria-sort', direction);
    await expect(tenants.cell(0, 'account')).toHaveText(first);
  }

  await app.screenshot('all-accounts');
  await tenants.showColumn('ID');
  await tenants.pageSize(100).click();
  await tenants.table
    .getByRole('columnheader', { name: 'ID', exact: true })
    .getByRole('button')
    .click();
  await tenants.hasRows(85);
  await tenants.settled();
  const expected = [
    ...sandbox.tenants.map(({ id, name }) => ({ id, name, account: '127.0.0.1' })),
    ...other.tenants.map(({ id, name }) => ({ id, name, account: 'Chị Hà' })),
  ].toSorted((left, right) => (left.id < right.id ? -1 : Number(left.id > right.id)));
  expect(await tenants.texts('id')).toEqual(expected.map(({ id }) => id));
  expect(await tenants.texts('account')).toEqual(expected.map(({ account }) => account));

  // Two rows with the same id are selected, opened and copied separately.
  const twice = expected.findIndex(({ account }) => account === 'Chị Hà') - 1;
  const pair = expected.slice(twice, twice + 2);
  expect(new Set(pair.map(({ id }) => id)).size).toBe(1);
  await tenants.cell(twice, 'select').click();
  await expect(tenants.selected).toHaveText('1 selected');
  await tenants.cell(twice + 1, 'account').focus();
  await page.keyboard.press('Escape');
  for (const [at, { name }] of pair.entries()) {
    await tenants
      .cell(twice + at, 'name')
      .getByRole('button')
      .click();
    const drawer = tenants.drawer(name);
    await drawer.getByRole('button', { name: 'Raw data from the server', exact: true }).click();
    await expect(drawer.getByRole('region', { name: 'Raw data from the server' })).toContainText(
      `"name": "${name}"`,
    );
    const account = at === 0 ? '127.0.0.1' : 'Chị Hà';
    await expect(drawer.getByRole('definition').first()).toHaveText(account);
    await drawer.getByRole('button', { name: 'Copy all fields' }).click();
    // The button does not say when the text is copied.
    await expect.poll(async () => (await readClipboard(app)).text).toContain(`Name: ${name}\n`);
    await page.keyboard.press('Escape');
    await expect(tenants.drawer(name)).toHaveCount(0);
  }
  await tenants.cell(twice + 1, 'account').focus();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(page.getByText('1 row copied')).toBeVisible();
  expect((await readClipboard(app)).text).toBe('Chị Hà');

  await tenants.search.fill('zulu');
  await expect(tenants.summary).toHaveText(/of 25$/);
  expect(new Set(await tenants.texts('account'))).toEqual(new Set(['Chị Hà']));
  await tenants.clearAll.click();
  await expect(tenants.summary).toHaveText(/of 85$/);
  await tenants.chip('Status').click();
  const enabled = [...sandbox.tenants, ...other.tenants].filter(({ status }) => status === 'P');
  await page.getByRole('menuitemcheckbox', { name: `Enabled ${enabled.length}` }).click();
  await expect(tenants.summary).toHaveText(new RegExp(`of ${enabled.length}$`));
});

test('an export of all accounts has an account column', async ({
  connectedToTwo,
  sandbox,
  folder,
  otherServer: other,
}) => {
  const { app, page, tenants } = connectedToTwo;
  await showAccount(page, /^All accounts/);
  await expect(tenants.summary).toHaveText(/of 85$/);
  const path = join(folder, 'all.xlsx');
  await stubSaveDialog(app, path);
  await tenants.export.click();
  await expect(tenants.exportDialog.getByRole('radio', { name: /^Changes/ })).toBeDisabled();
  await tenants.exportDialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(tenants.exportPanel).toContainText('Export saved');

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: string[] = [];
  workbook.getWorksheet('Tenants')?.eachRow((row) => {
    rows.push(`${row.getCell(1).text}, ${row.getCell(2).text}`);
  });
  expect(rows[0]).toBe('Name, Account');
  expect(rows.slice(1).toSorted()).toEqual(
    [
      ...sandbox.tenants.map(({ name }) => `${name}, 127.0.0.1`),
      ...other.tenants.map(({ name }) => `${name}, Chị Hà`),
    ].toSorted(),
  );
  const info = workbook.getWorksheet('Info')?.getSheetValues().flat();
  expect(info).toContain('All accounts: 127.0.0.1, Chị Hà');
  expect(info).toContain('Complete: the list was read to the end');

  const pagePath = join(folder, 'page.csv');
  await stubSaveDialog(app, pagePath);
  await tenants.export.click();
  await tenants.exportDialog.getByRole('radio', { name: /^This page/ }).check();
  await tenants.exportDialog.getByText('CSV', { exact: true }).click();
  await tenants.exportDialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(tenants.exportPanel).toContainText('page.csv');
  await expect(tenants.exportPanel).toContainText('Export saved');
  const lines = (await readFile(pagePath, 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(1 + 50);
  expect(lines[0]).toContain('Name,Account,Status');
  expect(lines[1]).toMatch(/,(127\.0\.0\.1|Chị Hà),/);
});

test('all accounts are shown again after a restart, in Vietnamese and dark', async ({
  connectedToTwo,
  launchApp,
}) => {
  const { app: first } = connectedToTwo;
  await first.page.keyboard.press('ControlOrMeta+1');
  await expect(tenantsScreen(first.page).account).toHaveText('127.0.0.1');
  await showAccount(first.page, /^All accounts/);
  for (const wanted of ['Dark', 'Tiếng']) await runFromPalette(first.page, wanted);
  await expect(first.page).toHaveTitle('Tất cả tài khoản — eTelecom Tenants');
  await first.page.getByRole('button', { name: /^Tài khoản: / }).click();
  await first.screenshot('all-accounts-vi-dark');
  await first.close();

  const second = await launchApp();
  await expect(second.page).toHaveTitle('Tất cả tài khoản — eTelecom Tenants');
  await expect(second.page.locator('tbody [data-column="account"]').first()).toHaveText(
    '127.0.0.1',
  );
  await expect.poll(() => menuItem(second, 'allAccounts')).toMatchObject({ checked: true });
});

test('a removed account leaves the filter of all accounts', async ({
  connected,
  otherServer: other,
}) => {
  const { page, tenants } = connected;
  await addAccount(page, { name: 'Chị Hà', server: other });
  await tenants.account.click();
  await tenants.menuItem('Add account').click();
  const dialog = page.getByRole('dialog', { name: 'Add account' });
  await dialog.getByRole('button', { name: 'Explore with sample data' }).click();
  await expect(tenants.label).toContainText('2,500 tenants');
  await runFromPalette(page, 'All accounts');
  await tenants.chip('Account').click();
  await page.getByRole('menuitemcheckbox', { name: 'Chị Hà' }).click();
  await page.keyboard.press('Escape');
  await expect(tenants.summary).toHaveText(/of 25$/);
  await expect(tenants.chip('Account')).toHaveText('Account: Chị Hà');

  // The chip of the filter has a similar name.
  await page.getByRole('button', { name: 'Account: All accounts' }).click();
  await tenants.menuItem('Manage accounts').click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: /^Remove Chị Hà/ }).click();
  await settings.getByRole('button', { name: 'Remove account' }).click();
  await expect(settings.getByRole('button', { name: /^Remove Chị Hà/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(tenants.chip('Account')).toHaveText('Account');
  await expect(tenants.summary).toHaveText(/of 2,560$/);
});
