import type { Page } from 'playwright';
import type { App } from './app.ts';
import { expect, test } from './fixture.ts';
import { menuHasFocus } from './keyboard.ts';
import { tenantsScreen } from './screens.ts';

test.use({ tenantCount: 400 });

const total = (page: Page) => tenantsScreen(page).summary;

/** The items of a menu, such as `Enabled 312`. */
const choices = (page: Page) => page.getByRole('menu').getByRole('menuitemcheckbox');

test('each chip offers the values of the list with their counts', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
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

test('the chips scroll on one line, and the list stays in place', async ({ connected }) => {
  const { app, tenants } = connected;
  await app.page.setViewportSize({ width: 1024, height: 768 });
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
  await tenants.chip('Created').click();
  await app.page.getByRole('button', { name: 'Last 90 days' }).click();
  await app.page.keyboard.press('Escape');
  // What was chosen last can be seen and removed, and so can everything.
  await expect(tenants.chip('Created')).toBeInViewport({ ratio: 1 });
  const clearCreated = app.page.getByRole('button', { name: 'Clear filter: Created' });
  await expect(clearCreated).toBeInViewport({ ratio: 1 });
  await expect(tenants.clearAll).toBeInViewport({ ratio: 1 });
  expect(await topOf()).toBe(before);
  expect(await tenants.columns.boundingBox()).toEqual(columns);
  // The keyboard focus scrolls the chips.
  await tenants.chip('Updated').focus();
  await expect(tenants.chip('Updated')).toBeInViewport();
  await expect(tenants.chip('Status')).not.toBeInViewport();
  await app.screenshot('filters-scrolled');
});

test('owners are chosen from the list or typed', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
  const owned = new Map<string, number>();
  for (const { owner_id } of sandbox.tenants) owned.set(owner_id, (owned.get(owner_id) ?? 0) + 1);
  const most = Math.max(...owned.values());
  await tenants.chip('Owner').click();
  await expect(choices(app.page).first()).toHaveAccessibleName(
    new RegExp(`^e\\.g\\. .+ \\d{19} ${most}$`),
  );
  await app.screenshot('filter-owner');
  await choices(app.page).first().click();
  await expect(total(app.page)).toContainText(`of ${most}`);
  // The menu stays open, so that further owners can be chosen.
  await choices(app.page).nth(1).click();
  await expect(choices(app.page).nth(1)).toBeChecked();
  await app.page.keyboard.press('Escape');
  await expect(tenants.chip('Owner')).toHaveText(/^Owner: \d{19} \+1$/);
  await app.page.getByRole('button', { name: 'Clear filter: Owner' }).click();

  // All typed words must match, a name that no owner has is said to be none, and Enter takes the only match.
  await tenants.chip('Owner').click();
  // An owner without a name takes two lines: one of its tenants, and the id.
  const owners = (await choices(app.page).allInnerTexts()).map((text) => text.split('\n'));
  expect(owners[0]).toEqual([
    expect.stringMatching(/^e\.g\. ./),
    expect.stringMatching(/^\d{19}$/),
    String(most),
  ]);
  const typed = app.page.getByRole('searchbox', { name: 'Owner name or ID' });
  await typed.fill('zzzz cong');
  await expect(choices(app.page)).toHaveCount(0);
  await expect(app.page.getByText('No matching owner')).toBeVisible();
  await app.screenshot('filter-owner-none');
  const exampleOf = ([text = '']: string[]) => text.replace('e.g. ', '');
  const only = owners.find(
    (owner) => owners.filter((other) => exampleOf(other).includes(exampleOf(owner))).length === 1,
  );
  const [name, id] = [exampleOf(only ?? []), only?.[1]];
  await typed.fill(name);
  await expect(choices(app.page)).toHaveCount(1);
  await typed.press('Enter');
  await expect(tenants.chip('Owner')).toHaveText(`Owner: ${id}`);
});

/** Chooses the first item with the keyboard, following the WAI-ARIA menu pattern. */
async function chooseFirst(page: Page, chip: string): Promise<void> {
  await tenantsScreen(page).chip(chip).focus();
  await page.keyboard.press('Enter');
  await menuHasFocus(page);
  await expect(choices(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
}

test('search and filters work with the keyboard', async ({ connected }) => {
  const { app, tenants } = connected;
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

test('the live list keeps the filters that it does not support', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
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
  await menuHasFocus(app.page);
  await expect(choices(app.page).first()).toBeVisible();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Space');
  await app.screenshot(name);
  await app.page.keyboard.press('Escape');
}

test('all filters are in view at 1366 × 768 in both languages, also if one is set', async ({
  connected: { page, tenants },
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await tenants.chip('Status').click();
  await choices(page).filter({ hasText: 'Enabled' }).click();
  await page.keyboard.press('Escape');
  const areInView = async (count: number) => {
    const buttons = page.getByRole('search').getByRole('button');
    await expect(buttons).toHaveCount(count);
    for (const button of await buttons.all()) await expect(button).toBeInViewport({ ratio: 1 });
  };
  // Six chips, and the buttons that clear one and all.
  await areInView(8);
  await tenants.settings.click();
  await page.getByText('Tiếng Việt').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Bỏ lọc', exact: true })).toBeVisible();
  await areInView(8);
});

test('the filter bar in dark and in Vietnamese', async ({ connected }) => {
  const { app } = connected;
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
