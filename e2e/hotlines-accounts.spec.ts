import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { generateHotlines } from '../sandbox/generate-hotlines.ts';
import { startSandbox } from '../sandbox/server.ts';
import { addAccount, showAccount } from './add-account.ts';
import { stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { showHotlines } from './screens.ts';
import { viewControls } from './views.ts';

test.use({ tenantCount: 60, hotlineCount: 30 });

test('the hotlines of all accounts are one list, also if a server does not have the call', async ({
  connected,
  sandbox,
  otherServer: other,
  folder,
}) => {
  const { app, page, tenants } = connected;
  other.setHotlines(generateHotlines({ count: 12, seed: 9, tenants: other.tenants }));
  await addAccount(page, { name: 'Chị Hà', server: other });
  await using without = await startSandbox({ apiKey: 'sandbox:without-hotlines', tenants: 7 });
  await addAccount(page, { name: 'Anh Ba', server: without });
  const views = viewControls(page);
  await expect(views.tabs).toHaveText(['All tenants']);

  await showAccount(page, /^All accounts/);
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines']);
  await expect(tenants.summary).toContainText('of 92');
  const hotlines = await showHotlines(page);
  await expect(hotlines.summary).toHaveText('Rows 1–42 of 42');
  await expect(page.locator('footer')).toContainText('42 hotlines');
  await expect(tenants.error).toHaveCount(0);
  await hotlines.sortBy('Hotline').click();
  await expect(hotlines.header('Hotline')).toHaveAttribute('aria-sort', 'ascending');
  await hotlines.settled();
  const sent = [
    ...(sandbox.hotlines ?? []).map(({ hotline }) => `${hotline} 127.0.0.1`),
    ...(other.hotlines ?? []).map(({ hotline }) => `${hotline} Chị Hà`),
  ].toSorted();
  const accounts = await hotlines.texts('account');
  const numbers = await hotlines.texts('hotline');
  expect(numbers.map((number, at) => `${number} ${accounts[at]}`)).toEqual(sent);
  await app.screenshot('hotlines-all-accounts');

  await hotlines.chip('Account').click();
  await page.getByRole('menuitemcheckbox', { name: 'Chị Hà 12' }).click();
  await page.keyboard.press('Escape');
  await expect(hotlines.summary).toHaveText('Rows 1–12 of 12');
  await hotlines.clearAll.click();

  // The details of a hotline have the tenants of its owner in the same account.
  const [opened] = other.hotlines ?? [];
  await hotlines.search.fill(opened?.hotline ?? '');
  await hotlines.hasRows(1);
  await hotlines.names.getByRole('button').click();
  const heading = page.getByRole('heading', { name: 'Tenants of this owner' });
  const section = page.locator('section').filter({ has: heading }).last();
  const owned = other.tenants.filter(({ owner_id }) => owner_id === opened?.owner_id);
  for (const { name } of owned) await expect(section.getByText(name.trim()).first()).toBeVisible();
  const [first] = owned;
  await section
    .getByRole('button', { name: first?.name.trim() ?? '' })
    .first()
    .click();
  const details = page.getByRole('dialog', { name: first?.name.trim() ?? '' });
  await expect(details.getByText('No changes since this tenant was first saved.')).toBeVisible();
  await expect(details.getByText('Chị Hà', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await hotlines.clearAll.click();

  const path = join(folder, 'hotlines.xlsx');
  await stubSaveDialog(app, path);
  await hotlines.startExport('all');
  await expect(hotlines.exportPanel).toContainText('Export saved');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: string[] = [];
  workbook.getWorksheet('Hotlines')?.eachRow((row) => {
    rows.push(`${row.getCell(3).text} ${row.getCell(2).text}`);
  });
  expect(rows[0]).toBe('Hotline Account');
  expect(rows.slice(1).toSorted()).toEqual(sent);
  // The account without the call does not make the others incomplete.
  const info = workbook.getWorksheet('Info')?.getColumn(2).values.map(String);
  expect(info).toContain('Complete: the list was read to the end');
  expect(info).toContain('All hotlines');
  await expect(page.getByText(/accounts complete/)).toHaveCount(0);
});

test('the column of the owner’s hotlines knows the account of each tenant', async ({
  connected,
  otherServer: other,
  sandbox,
}) => {
  const { page, tenants } = connected;
  // The tenants of both servers have the same ids and owners.
  other.setTenants(sandbox.tenants.slice(0, 25));
  other.setHotlines(generateHotlines({ count: 12, seed: 9, tenants: other.tenants }));
  await addAccount(page, { name: 'Chị Hà', server: other });
  await showAccount(page, /^All accounts/);
  await tenants.showColumn('ID');
  await tenants.showColumn('Hotlines of the owner');
  await tenants.pageSize(100).click();
  await tenants.hasRows(85);
  const servers = new Map([
    ['127.0.0.1', sandbox],
    ['Chị Hà', other],
  ]);
  const ids = await tenants.texts('id');
  const cells = await tenants.texts('hotlines');
  const expected = (await tenants.texts('account')).map((account, at) => {
    const server = servers.get(account);
    const tenant = server?.tenants.find(({ id }) => id === ids[at]);
    const numbers = server?.hotlines
      ?.filter(({ owner_id }) => owner_id === tenant?.owner_id)
      .map(({ hotline }) => hotline);
    return numbers?.toSorted() ?? null;
  });
  expect(cells.map((cell) => (cell === '—' ? [] : cell.split(', ').toSorted()))).toEqual(expected);
});

test('hotlines that one account could not refresh are tried again without the tenants', async ({
  connected,
  otherServer: other,
}) => {
  const { page, tenants } = connected;
  other.setHotlines(generateHotlines({ count: 12, seed: 9, tenants: other.tenants }));
  await addAccount(page, { name: 'Chị Hà', server: other });
  await showAccount(page, /^All accounts/);
  const hotlines = await showHotlines(page);
  other.setHotlineFaults({ answer: { status: 501, body: { code: 'internal', msg: 'Lỗi' } } });
  await hotlines.refresh.click();
  await expect(tenants.error).toContainText('Chị Hà');
  other.setHotlineFaults({});
  const [asked, askedForHotlines] = [other.requests.length, other.hotlineRequests.length];
  await tenants.error.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => other.hotlineRequests.length).toBeGreaterThan(askedForHotlines);
  await expect(hotlines.refresh).toBeEnabled();
  await expect(tenants.error).toHaveCount(0);
  expect(other.requests).toHaveLength(asked);
});
