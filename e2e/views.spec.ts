import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayAt, resolveDay, startOfDay } from '../src-shared/days.ts';
import { createClock } from '../src-shared/time-zone.ts';
import { addAccount, showAccount } from './add-account.ts';
import { expect, test } from './fixture.ts';
import { runFromPalette } from './keyboard.ts';
import { watchShifts } from './layout-shifts.ts';
import { connect, tenantsScreen } from './screens.ts';
import { viewControls } from './views.ts';

const day = 24 * 60 * 60 * 1000;
const clock = createClock('vietnam');

test.use({ tenantCount: 250 });

/** Waits until the settings of accounts contain a text. They are saved shortly after a change. */
async function untilKept(dataFolder: string, text: string): Promise<void> {
  const read = () => readFile(join(dataFolder, 'account-settings.json'), 'utf8').catch(() => '');
  await expect.poll(read).toContain(text);
}

test('a view keeps relative days, search, order and columns, and moves on with the calendar', async ({
  launchApp,
  sandbox,
  dataFolder,
}) => {
  // On the first days of a year, there would be no other tenant of this year.
  const created = { name: 'Công ty Mới', created_at: new Date().toISOString() };
  sandbox.setTenants(sandbox.tenants.map((one, at) => (at === 0 ? { ...one, ...created } : one)));
  const first = await launchApp();
  let tenants = tenantsScreen(first.page);
  let views = viewControls(first.page);
  await connect(first.page, sandbox);
  await expect(views.tabs).toHaveText(['All tenants']);
  await tenants.chip('Created').click();
  await first.page
    .getByRole('dialog', { name: /^Created/ })
    .getByText('This year')
    .click();
  await first.page.keyboard.press('Escape');
  await tenants.search.fill('cong ty');
  await tenants.sortBy('Name').click();
  await tenants.columns.click();
  await first.page.getByRole('menuitemcheckbox', { name: 'Domain' }).click();
  await first.page.keyboard.press('Escape');
  await views.add('Thứ hai', 'Only in this account');
  await expect(views.shown).toHaveAccessibleName('Thứ hai');
  await expect(views.tabs).toHaveText(['All tenants', 'Thứ hai']);
  await untilKept(dataFolder, '"viewId":"');
  await views.tab('All tenants').click();
  await expect(tenants.search).toHaveValue('');
  await tenants.hasRows(50);
  await untilKept(dataFolder, '"viewId":null');
  await views.tab('Thứ hai').click();
  await untilKept(dataFolder, '"viewId":"');
  await first.close();

  const app = await launchApp();
  const { page } = app;
  tenants = tenantsScreen(page);
  views = viewControls(page);
  await expect(views.shown).toHaveAccessibleName('Thứ hai');
  await expect(tenants.search).toHaveValue('cong ty');
  await expect(tenants.chip('Created')).toHaveText(/This year/);
  await expect(tenants.header('Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(tenants.header('Domain')).toHaveCount(0);
  const countOf = (now: Date) => {
    const since = Date.parse(startOfDay(resolveDay('thisYear', dayAt(now, clock)), clock) ?? '');
    return sandbox.tenants.filter(
      ({ name, created_at }) => /^công ty/i.test(name) && Date.parse(created_at) >= since,
    ).length;
  };
  const now = new Date();
  await expect(tenants.summary).toContainText(`of ${countOf(now)}`);
  // A year later, the view shows the tenants of that year.
  await page.clock.setFixedTime(new Date(now.getTime() + 366 * day));
  await page.reload();
  await expect(views.shown).toHaveAccessibleName('Thứ hai');
  await expect(page.getByText('No matching tenants')).toBeVisible();
});

test('a changed view is marked, and is saved or reset; a deleted one can be brought back', async ({
  connected,
}) => {
  const { app, page, tenants } = connected;
  const views = viewControls(page);
  await tenants.search.fill('cong ty');
  await views.add('Companies', 'In every account');
  await expect(views.shown).toHaveAccessibleName('Companies');
  const shifts = await watchShifts(page);
  await shifts();

  await tenants.search.fill('truong');
  await expect(views.shown).toHaveAccessibleName('Companies (changed)');
  await app.screenshot('view-changed');
  await views.tab('All tenants').click();
  await expect(tenants.search).toHaveValue('');
  await expect(views.save).toBeHidden();
  await expect(views.tab('Companies')).toHaveAccessibleName('Companies (changed)');
  await page.keyboard.press('ControlOrMeta+Shift+1');
  await expect(tenants.search).toHaveValue('truong');
  await views.reset.click();
  await expect(tenants.search).toHaveValue('cong ty');
  await expect(views.shown).toHaveAccessibleName('Companies');
  await expect(views.shown).toBeFocused();
  await tenants.search.fill('truong');
  await views.save.click();
  await expect(views.shown).toHaveAccessibleName('Companies');
  // The widths of the columns follow the rows of the view.
  expect(await shifts()).toBeLessThan(0.05);

  await page.keyboard.press('F2');
  const rename = page.getByRole('dialog', { name: 'Rename view' });
  await rename.getByRole('textbox', { name: 'Name' }).fill('Schools');
  await page.keyboard.press('Enter');
  await expect(views.shown).toHaveAccessibleName('Schools');
  await views.menu.click();
  await app.screenshot('view-menu');
  await tenants.menuItem('Duplicate').click();
  await expect(views.tabs).toHaveText(['All tenants', 'Schools', 'Schools (copy)']);
  await views.shown.focus();
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await expect(views.tabs).toHaveText(['All tenants', 'Schools (copy)', 'Schools']);
  await expect(views.shown).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(views.tabs).toHaveText(['All tenants', 'Schools']);
  await expect(views.shown).toHaveAccessibleName('All tenants');
  await app.screenshot('view-deleted');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(views.tabs).toHaveText(['All tenants', 'Schools (copy)', 'Schools']);
  await expect(tenants.search).toHaveValue('truong');
});

test('each account keeps what its list shows, while others are shown and over a restart', async ({
  launchApp,
  sandbox,
  dataFolder,
  otherServer: other,
}) => {
  const first = await launchApp();
  let tenants = await connect(first.page, sandbox);
  await tenants.chip('Status').click();
  await first.page.getByRole('menuitemcheckbox', { name: /^Disabled/ }).click();
  await first.page.keyboard.press('Escape');
  await tenants.pageSize(25).click();
  await viewControls(first.page).add('Own', 'Only in this account');
  await tenants.search.fill('cong');
  await addAccount(first.page, { name: 'Chị Hà', server: other });
  await expect(tenants.search).toHaveValue('');
  await expect(viewControls(first.page).tabs).toHaveText(['All tenants']);
  await tenants.sortBy('Domain').click();
  await showAccount(first.page, /^127/);
  await expect(tenants.search).toHaveValue('cong');
  await expect(tenants.chip('Status')).toHaveText(/Disabled/);
  await expect(viewControls(first.page).shown).toHaveAccessibleName('Own (changed)');
  await untilKept(dataFolder, '"name":"cong"');
  await first.close();

  const { page } = await launchApp();
  tenants = tenantsScreen(page);
  await expect(tenants.search).toHaveValue('cong');
  await expect(viewControls(page).shown).toHaveAccessibleName('Own (changed)');
  await showAccount(page, /^Chị Hà/);
  await expect(tenants.header('Domain')).toHaveAttribute('aria-sort', 'ascending');
});

test('the tabs stay on one line in Vietnamese at 1366 × 768', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await connect(page, sandbox);
  const views = viewControls(page);
  for (const name of ['Mới tạo trong 7 ngày qua', 'Chưa bật quá 30 ngày', 'Cần gọi lại thứ hai'])
    await views.add(name, 'In every account');
  await runFromPalette(page, 'Tiếng Việt');
  await expect(views.tabs.first()).toHaveText('Tất cả tổng đài');
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('cong');
  await app.screenshot('views-vietnamese');
  const height = async () => (await page.getByRole('tablist').boundingBox())?.height;
  const before = await height();
  for (let more = 4; more < 14; more++) {
    await page.getByRole('button', { name: 'Lưu chế độ xem…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lưu chế độ xem' });
    await dialog.getByRole('textbox', { name: 'Tên' }).fill(`Khách hàng miền Trung ${more}`);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }
  expect(await height()).toBe(before);
  await expect(views.shown).toBeInViewport();
  await app.screenshot('views-many-vietnamese');
});
