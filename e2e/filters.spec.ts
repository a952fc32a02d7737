import type { Page } from 'playwright';
import { dayAt, firstDayOf, startOfDay } from '../src-shared/days.ts';
import { createClock, type Clock } from '../src-shared/time-zone.ts';
import type { App } from './app.ts';
import { expect, test } from './fixture.ts';
import { connect, tenantsScreen } from './screens.ts';

const clock = createClock('vietnam');

test.use({ tenantCount: 400 });

const total = (page: Page) => tenantsScreen(page).summary;

/** What a chip's count means. */
const matchChoice = (count: number) =>
  count === 1 ? '1 saved tenant matches this filter' : `${count} saved tenants match this filter`;

/** What a menu offers, as `Enabled 312`. */
const choices = (page: Page, role: 'menuitemcheckbox' | 'menuitemradio') =>
  page.getByRole('menu').getByRole(role);

test('each chip offers what the list has, with what a click would show', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const count = (status: string) =>
    sandbox.tenants.filter((tenant) => tenant.status === status).length;

  await tenants.chip('Status').click();
  const enabled = choices(app.page, 'menuitemcheckbox').filter({ hasText: 'Enabled' });
  await expect(enabled).toHaveAccessibleName(`Enabled ${count('P')}`);
  await enabled.click();
  await expect(total(app.page)).toContainText(`of ${count('P')}`);
  await choices(app.page, 'menuitemcheckbox').filter({ hasText: 'Disabled' }).click();
  await expect(total(app.page)).toContainText(`of ${count('P') + count('N')}`);
  // Its own choice does not change what the others of the menu would show.
  await expect(enabled).toHaveAccessibleName(`Enabled ${count('P')}`);
  await app.screenshot('filter-status');
  await app.page.keyboard.press('Escape');
  await expect(tenants.chip('Status')).toBeFocused();
  const ofStatus = count('P') + count('N');
  await expect(tenants.chip('Status')).toHaveAccessibleName(
    `Status: Enabled, Disabled ${matchChoice(ofStatus)}`,
  );

  const left = sandbox.tenants.filter(({ status }) => status === 'P' || status === 'N');
  const direct = left.filter((tenant) => tenant.connection_method === 'direct').length;
  await tenants.chip('Method').click();
  const byMethod = choices(app.page, 'menuitemcheckbox').filter({ hasText: 'Direct' });
  await expect(byMethod).toHaveAccessibleName(`Direct ${direct}`);
  await byMethod.click();
  await app.page.keyboard.press('Escape');
  await expect(total(app.page)).toContainText(`of ${direct}`);
  // Each says what its own choice finds; what all find together stands under the grid.
  const ofMethod = sandbox.tenants.filter((tenant) => tenant.connection_method === 'direct').length;
  expect(ofMethod).toBeGreaterThan(direct);
  await expect(tenants.chip('Status')).toHaveAccessibleName(
    `Status: Enabled, Disabled ${matchChoice(ofStatus)}`,
  );
  await expect(tenants.chip('Method')).toHaveAccessibleName(
    `Method: Direct ${matchChoice(ofMethod)}`,
  );
  await expect(tenants.chip('Method').getByTitle(matchChoice(ofMethod))).toHaveText(`${ofMethod}`);
  await app.screenshot('filters-set');

  await tenants.search.fill('cong ty');
  await expect(total(app.page)).not.toContainText(`of ${direct}`);
  await expect(tenants.chip('Method')).toHaveAccessibleName(
    `Method: Direct ${matchChoice(ofMethod)}`,
  );
  await tenants.search.fill('');

  await app.page.getByRole('button', { name: 'Clear filter: Status' }).click();
  await expect(tenants.chip('Status')).toHaveText('Status');
  await expect(tenants.chip('Status')).toBeFocused();
  await tenants.clearAll.click();
  await expect(total(app.page)).toContainText('of 400');
  await expect(tenants.clearAll).toHaveCount(0);
});

test('an owner is chosen by its tenants or typed, days by period or one by one', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const owned = new Map<string, number>();
  for (const { owner_id } of sandbox.tenants) owned.set(owner_id, (owned.get(owner_id) ?? 0) + 1);
  const most = Math.max(...owned.values());
  await tenants.chip('Owner').click();
  await expect(choices(app.page, 'menuitemradio').first()).toHaveAccessibleName(
    new RegExp(`^\\d{19} ${most}$`),
  );
  await app.screenshot('filter-owner');
  await choices(app.page, 'menuitemradio').first().click();
  await expect(total(app.page)).toContainText(`of ${most}`);
  await app.page.getByRole('button', { name: 'Clear filter: Owner' }).click();

  const now = new Date();
  const since = Date.parse(startOfDay(firstDayOf('thisYear', now, clock), clock) ?? '');
  const newer = sandbox.tenants.filter(({ created_at }) => Date.parse(created_at) >= since).length;
  await tenants.chip('Created').click();
  const popover = app.page.getByRole('dialog', { name: /^Created/ });
  const thisYear = popover.getByRole('button', { name: 'This year' });
  await expect(thisYear).toHaveAccessibleName(`This year ${newer}`);
  await thisYear.click();
  await expect(thisYear).toHaveAttribute('aria-pressed', 'true');
  await app.screenshot('filter-created');
  await app.page.keyboard.press('Escape');
  await expect(tenants.chip('Created')).toHaveAccessibleName(
    `Created: This year ${matchChoice(newer)}`,
  );

  await tenants.chip('Created').click();
  await popover.getByLabel('From').fill('2024-01-01');
  await popover.getByLabel('To').fill(dayAt(now, clock));
  await expect(tenants.chip('Created')).toContainText('1 Jan 2024');
});

test('a day begins when its clock says so, also after another clock was chosen', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const utc = createClock('utc');
  const created = sandbox.tenants.map(({ created_at }) => new Date(created_at));
  // Made in the small hours of a day in Vietnam, which is the day before in UTC.
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

test('a chip does not grow when its count comes or is another one', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  const created = new Set(
    sandbox.tenants.map(({ created_at }) => dayAt(new Date(created_at), clock)),
  );
  const days = [...created].toSorted();
  await tenants.chip('Created').click();
  const from = app.page.getByRole('dialog', { name: /^Created/ }).getByLabel('From');
  /** Of the count, with the days it is of. */
  const widthSince = async (day = '') => {
    await from.fill(day);
    const since = sandbox.tenants.filter(
      ({ created_at }) => dayAt(new Date(created_at), clock) >= day,
    );
    const count = tenants.chip('Created').getByTitle(matchChoice(since.length));
    await expect(count).toHaveText(`${since.length}`);
    return (await count.boundingBox())?.width ?? 0;
  };
  const wide = await widthSince(days[0]);
  expect(wide).toBeGreaterThan(20);
  expect(await widthSince(days.at(-1))).toBeCloseTo(wide, 0);
});

/** Without the mouse, as the WAI-ARIA menu pattern has it. */
async function chooseFirst(page: Page, chip: string): Promise<void> {
  await tenantsScreen(page).chip(chip).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(choices(page, 'menuitemcheckbox').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
}

test('all of it is done by keyboard', async ({ launchApp, sandbox }) => {
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

test('the server can be asked by name and owner only', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await tenants.live.click();
  await expect(tenants.filterByName).toBeVisible();
  await expect(tenants.chip('Owner')).toBeVisible();
  for (const name of ['Status', 'Method', 'Created', 'Updated']) {
    await expect(tenants.chip(name)).toHaveCount(0);
  }
  await app.screenshot('filters-live');
});

/** The filter bar with something chosen and a menu open, in another look. */
async function show(app: App, name: string, chip: RegExp): Promise<void> {
  await app.page.getByRole('search').getByRole('button', { name: chip }).click();
  await expect(app.page.getByRole('menu').getByRole('menuitemcheckbox').first()).toBeVisible();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Space');
  await app.screenshot(name);
  await app.page.keyboard.press('Escape');
}

test('it looks right in the dark and in Vietnamese', async ({ launchApp, sandbox }) => {
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
