import type { Page } from 'playwright';
import { dayAt, endOfDay, resolveDay, startOfDay } from '../src-shared/days.ts';
import { createClock, type Clock } from '../src-shared/time-zone.ts';
import type { App } from './app.ts';
import { expect, test } from './fixture.ts';
import { connect, tenantsScreen } from './screens.ts';

const clock = createClock('vietnam');

test.use({ tenantCount: 400 });

const total = (page: Page) => tenantsScreen(page).summary;

/** The items of a menu, such as `Enabled 312`. */
const choices = (page: Page) => page.getByRole('menu').getByRole('menuitemcheckbox');

test('each chip offers the values of the list with their counts', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const count = (status: string) =>
    sandbox.tenants.filter((tenant) => tenant.status === status).length;

  await tenants.chip('Status').click();
  const enabled = choices(app.page).filter({ hasText: 'Enabled' });
  await expect(enabled).toHaveAccessibleName(`Enabled ${count('P')}`);
  await enabled.click();
  await expect(total(app.page)).toContainText(`of ${count('P')}`);
  await choices(app.page).filter({ hasText: 'Disabled' }).click();
  await expect(total(app.page)).toContainText(`of ${count('P') + count('N')}`);
  // The counts of a menu ignore the choices in the same menu.
  await expect(enabled).toHaveAccessibleName(`Enabled ${count('P')}`);
  await app.screenshot('filter-status');
  await app.page.keyboard.press('Escape');
  await expect(tenants.chip('Status')).toBeFocused();
  await expect(tenants.chip('Status')).toHaveAccessibleName('Status: Enabled, Disabled');

  const left = sandbox.tenants.filter(({ status }) => status === 'P' || status === 'N');
  const direct = left.filter((tenant) => tenant.connection_method === 'direct').length;
  await tenants.chip('Method').click();
  const byMethod = choices(app.page).filter({ hasText: 'Direct' });
  await expect(byMethod).toHaveAccessibleName(`Direct ${direct}`);
  await byMethod.click();
  await app.page.keyboard.press('Escape');
  await expect(total(app.page)).toContainText(`of ${direct}`);
  // Only the menus have counts. What all filters find is counted beside the search.
  await expect(tenants.chip('Status')).toHaveAccessibleName('Status: Enabled, Disabled');
  await expect(tenants.chip('Method')).toHaveAccessibleName('Method: Direct');
  await expect(app.page.getByText(`${direct} of 400 tenants`)).toBeVisible();
  await app.screenshot('filters-set');

  await tenants.search.fill('cong ty');
  await expect(total(app.page)).not.toContainText(`of ${direct}`);
  await tenants.search.fill('');

  await app.page.getByRole('button', { name: 'Clear filter: Status' }).click();
  await expect(tenants.chip('Status')).toHaveText('Status');
  await expect(tenants.chip('Status')).toBeFocused();
  await tenants.clearAll.click();
  await expect(total(app.page)).toContainText('of 400');
  await expect(tenants.clearAll).toHaveCount(0);
});

test('an owner is chosen from the list or typed, dates by period or by day', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const owned = new Map<string, number>();
  for (const { owner_id } of sandbox.tenants) owned.set(owner_id, (owned.get(owner_id) ?? 0) + 1);
  const most = Math.max(...owned.values());
  await tenants.chip('Owner').click();
  await expect(choices(app.page).first()).toHaveAccessibleName(new RegExp(`^\\d{19} ${most}$`));
  await app.screenshot('filter-owner');
  await choices(app.page).first().click();
  await expect(total(app.page)).toContainText(`of ${most}`);
  await app.page.getByRole('button', { name: 'Clear filter: Owner' }).click();

  const now = new Date();
  const since = Date.parse(startOfDay(resolveDay('thisYear', dayAt(now, clock)), clock) ?? '');
  const newer = sandbox.tenants.filter(({ created_at }) => Date.parse(created_at) >= since).length;
  await tenants.chip('Created').click();
  const popover = app.page.getByRole('dialog', { name: /^Created/ });
  const thisYear = popover.getByRole('button', { name: 'This year' });
  await expect(thisYear).toHaveAccessibleName(`This year ${newer}`);
  await thisYear.click();
  await expect(thisYear).toHaveAttribute('aria-pressed', 'true');
  await app.screenshot('filter-created');
  await app.page.keyboard.press('Escape');
  await expect(tenants.chip('Created')).toHaveAccessibleName('Created: This year');

  await tenants.chip('Created').click();
  await popover.getByLabel('From').fill('1/1/2024');
  await popover.getByLabel('To').fill(dayAt(now, clock));
  await expect(tenants.chip('Created')).toContainText('1 Jan');
  // An age is relative, like a period.
  const age = Date.parse(endOfDay(resolveDay('olderThan30Days', dayAt(now, clock)), clock) ?? '');
  const older = sandbox.tenants.filter(({ created_at }) => Date.parse(created_at) <= age).length;
  await popover.getByRole('button', { name: 'Older than 30 days' }).click();
  await expect(tenants.chip('Created')).toHaveAccessibleName('Created: Older than 30 days');
  await expect(total(app.page)).toContainText(`of ${older}`);
});

test('a range that ends before it begins is flagged, and nothing found names the filters', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await tenants.search.fill('hoa');
  await tenants.chip('Created').click();
  const popover = app.page.getByRole('dialog', { name: /^Created/ });
  await popover.getByLabel('From').fill('31.12.2024');
  await popover.getByLabel('To').fill('1 Jan 2024');
  await expect(popover.getByLabel('To')).toHaveAccessibleDescription(
    'This day is before the first one.',
  );
  await expect(popover.getByLabel('To')).toHaveAttribute('aria-invalid', 'true');
  await app.screenshot('filter-reversed');
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByText('no tenant can match')).toBeVisible();
  await app.screenshot('nothing-found');
  await app.page.getByRole('button', { name: /^Remove filter: Created/ }).click();
  await expect(tenants.chip('Created')).toHaveText('Created');
  await expect(tenants.search).toHaveValue('hoa');
});

test('a day is chosen in the calendar with the keyboard', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await tenants.chip('Created').click();
  const popover = app.page.getByRole('dialog', { name: /^Created/ });
  await popover.getByLabel('From').fill('15/3/2024');
  await popover.getByLabel('To').focus();
  // Past the buttons of the calendar's header to the chosen day, and seven days on.
  for (let at = 0; at < 4; at++) await app.page.keyboard.press('Tab');
  await expect(popover.getByRole('button', { name: '15 March 2024' })).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(tenants.chip('Created')).toContainText(/15\s*–\s*22 Mar 2024/);
  await expect(popover.getByLabel('To')).toHaveValue('22 Mar 2024');
});

test('days start in the chosen time zone, also after it was changed', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const utc = createClock('utc');
  const created = sandbox.tenants.map(({ created_at }) => new Date(created_at));
  // Created on a day in Vietnam that is still the day before in UTC.
  const day = created
    .filter((moment) => dayAt(moment, clock) !== dayAt(moment, utc))
    .map((moment) => dayAt(moment, clock))
    .toSorted()[0];
  const since = (from: Clock) =>
    created.filter((moment) => dayAt(moment, from) >= (day ?? '')).length;
  expect(since(utc)).toBeLessThan(since(clock));

  await tenants.chip('Created').click();
  await app.page
    .getByRole('dialog', { name: /^Created/ })
    .getByLabel('From')
    .fill(day ?? '');
  await app.page.keyboard.press('Escape');
  await expect(total(app.page)).toContainText(`of ${since(clock)}`);
  await tenants.settings.click();
  const zone = app.page.getByRole('radiogroup', { name: 'Time zone' });
  await zone.getByText('UTC', { exact: true }).click();
  await app.page.keyboard.press('Escape');
  await expect(tenants.header('Created')).toContainText('(UTC)');
  await expect(total(app.page)).toContainText(`of ${since(utc)}`);
});

test('the chips scroll on one line, and the list stays in place', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await app.page.setViewportSize({ width: 1366, height: 768 });
  const topOf = async () => (await tenants.table.boundingBox())?.y ?? 0;
  const before = await topOf();
  const columns = await tenants.columns.boundingBox();
  await tenants.chip('Status').click();
  for (const name of ['Enabled', 'Disabled', 'Newly created']) {
    await choices(app.page).filter({ hasText: name }).click();
  }
  await app.page.keyboard.press('Escape');
  await tenants.chip('Method').click();
  for (const name of ['Direct', 'Built-in']) {
    await choices(app.page).filter({ hasText: name }).click();
  }
  await app.page.keyboard.press('Escape');
  await tenants.filterByOwner('1234567890123456789');
  expect(await topOf()).toBe(before);
  expect(await tenants.columns.boundingBox()).toEqual(columns);
  // The keyboard focus scrolls the chips.
  await tenants.chip('Updated').focus();
  await expect(tenants.chip('Updated')).toBeInViewport();
  await expect(tenants.chip('Status')).not.toBeInViewport();
  await app.screenshot('filters-scrolled');
});

/** Chooses the first item with the keyboard, following the WAI-ARIA menu pattern. */
async function chooseFirst(page: Page, chip: string): Promise<void> {
  await tenantsScreen(page).chip(chip).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(choices(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
}

test('search and filters work with the keyboard', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await app.page.keyboard.press('ControlOrMeta+f');
  await expect(tenants.search).toBeFocused();
  await app.page.keyboard.type('cong ty');
  await expect(tenants.search).toHaveValue('cong ty');
  await app.page.keyboard.press('Escape');
  await expect(tenants.search).toHaveValue('');
  await expect(total(app.page)).toContainText('of 400');

  await chooseFirst(app.page, 'Status');
  await expect(tenants.chip('Status')).toHaveText(/^Status: /);
  await expect(tenants.chip('Status')).toBeFocused();
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(tenants.chip('Status')).toHaveText('Status');
});

test('the live list keeps the filters that it does not support', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await tenants.chip('Status').click();
  await choices(app.page).filter({ hasText: 'Disabled' }).click();
  await app.page.keyboard.press('Escape');
  const disabled = sandbox.tenants.filter(({ status }) => status === 'N').length;
  await expect(total(app.page)).toContainText(`of ${disabled}`);
  await tenants.live.click();
  await expect(tenants.filterByName).toBeVisible();
  await expect(tenants.chip('Owner')).toBeEnabled();
  for (const name of ['Status', 'Method', 'Created', 'Updated']) {
    await expect(tenants.chip(name)).toBeDisabled();
    await expect(tenants.chip(name)).toHaveAccessibleDescription('Not available live');
  }
  await expect(tenants.chip('Status')).toHaveAccessibleName('Status: Disabled');
  await app.screenshot('filters-live');
  await tenants.live.click();
  await expect(tenants.chip('Status')).toBeEnabled();
  await expect(total(app.page)).toContainText(`of ${disabled}`);
});

/** Takes a screenshot of the filter bar with an open menu and a chosen item. */
async function show(app: App, name: string, chip: RegExp): Promise<void> {
  await app.page.getByRole('search').getByRole('button', { name: chip }).click();
  await expect(app.page.getByRole('menu').getByRole('menuitemcheckbox').first()).toBeVisible();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Space');
  await app.screenshot(name);
  await app.page.keyboard.press('Escape');
}

test('the filter bar in dark and in Vietnamese', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  await connect(app.page, sandbox);
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await show(app, 'filters-dark', /^Status/);
  await tenantsScreen(app.page).settings.click();
  await app.page.getByText('Tiếng Việt').click();
  await app.page.keyboard.press('Escape');
  await show(app, 'filters-vi', /^Phương thức/);
  await app.page
    .getByRole('button', { name: /^Ngày tạo/ })
    .first()
    .click();
  await expect(app.page.getByRole('dialog', { name: /^Ngày tạo/ })).toBeVisible();
  await app.screenshot('filter-created-vi');
});
