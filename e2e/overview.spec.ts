import { dayAt, endOfDay, resolveDay } from '../src-shared/days.ts';
import { createClock } from '../src-shared/time-zone.ts';
import { expect, test } from './fixture.ts';
import { tenantsScreen } from './screens.ts';

test.use({ tenantCount: 700 });

const clock = createClock('vietnam');

test('the overview shows counts, and each of them filters the list', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  const toggle = app.page.getByRole('button', { name: 'Overview', exact: true });
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await toggle.click();
  const overview = app.page.getByRole('region', { name: 'Overview' });
  const part = (name: string) => overview.getByRole('region', { name });

  const enabled = sandbox.tenants.filter(({ status }) => status === 'P').length;
  const byStatus = part('By status').getByRole('button', { name: `Enabled ${enabled}` });
  await byStatus.click();
  await expect(tenants.summary).toContainText(`of ${enabled}`);
  await expect(tenants.chip('Status')).toContainText('Status: Enabled');
  await app.screenshot('overview');
  await byStatus.click();
  await expect(tenants.chip('Status')).toHaveText('Status');

  const lastDay = resolveDay('olderThan30Days', dayAt(new Date(), clock));
  const lastMoment = Date.parse(endOfDay(lastDay, clock) ?? '');
  const stillNew = sandbox.tenants.filter(
    ({ status, created_at }) => status === 'Z' && Date.parse(created_at) <= lastMoment,
  ).length;
  expect(stillNew).toBeGreaterThan(0);
  const tile = overview.getByRole('button', { name: 'Newly created for more than 30 days' });
  await expect(tile).toContainText(String(stillNew));
  await tile.click();
  await expect(tenants.summary).toContainText(`of ${stillNew}`);
  await expect(tile).toHaveAttribute('aria-pressed', 'true');
  await expect(byStatus).toHaveCount(0);
  await tile.click();
  await expect(tenants.chip('Status')).toHaveText('Status');

  // The overview has counted all tenants again.
  await expect(byStatus).toBeVisible();
  const months = part('New tenants by month').getByRole('button');
  await expect(months).toHaveCount(24);
  const names = await months.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('aria-label') ?? ''),
  );
  const largest = names.reduce((most, name) => (countIn(name) > countIn(most) ? name : most));
  await overview.getByRole('button', { name: largest, exact: true }).click();
  await expect(tenants.summary).toContainText(`of ${countIn(largest)}`);
  await tenants.clearAll.click();

  const owned = new Map<string, number>();
  for (const { owner_id } of sandbox.tenants) owned.set(owner_id, (owned.get(owner_id) ?? 0) + 1);
  const owner = part('Owners with the most tenants').getByRole('button').first();
  await expect(owner).toContainText(String(Math.max(...owned.values())));
  await owner.click();
  await expect(tenants.summary).toContainText(`of ${Math.max(...owned.values())}`);
});

/** Returns the count of a label: 1012 of `November 2026: 1,012 new tenants`. */
function countIn(name: string): number {
  return Number(/: ([\d,]+) /.exec(name)?.[1]?.replace(',', '') ?? NaN);
}

test('the overview is open again after a restart, and filters the saved list', async ({
  connected,
  launchApp,
  sandbox,
}) => {
  const enabled = sandbox.tenants.filter(({ status }) => status === 'P').length;
  const byStatus = { name: `Enabled ${enabled}` };
  await connected.app.page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(connected.app.page.getByRole('button', byStatus)).toBeVisible();
  await connected.app.close();

  const { page } = await launchApp();
  await expect(page.getByRole('region', { name: 'Overview' })).toBeVisible();
  const tenants = tenantsScreen(page);
  await tenants.live.click();
  await page.getByRole('button', byStatus).click();
  // The overview counts the tenants of the saved list, so its filters switch to it.
  await expect(tenants.live).not.toBeChecked();
  await expect(tenants.summary).toContainText(`of ${enabled}`);
});

test('arrow keys choose a month', async ({ connected }) => {
  const { app, tenants } = connected;
  await app.page.getByRole('button', { name: 'Overview', exact: true }).press('Enter');
  const months = app.page.getByRole('toolbar', { name: 'New tenants by month' });
  await months.getByRole('button').last().focus();
  await app.page.keyboard.press('ArrowLeft');
  const chosen = months.getByRole('button').nth(-2);
  await expect(chosen).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(chosen).toHaveAttribute('aria-pressed', 'true');
  await expect(tenants.chip('Created')).toHaveText(/^Created: /);
  await app.page.keyboard.press('Enter');
  await expect(tenants.chip('Created')).toHaveText('Created');
});

test('the overview in dark and in Vietnamese', async ({ connected }) => {
  const { app } = connected;
  await app.page.getByRole('button', { name: 'Overview', exact: true }).click();
  await app.page.emulateMedia({ colorScheme: 'dark' });
  const overview = app.page.getByRole('region', { name: 'Overview' });
  await overview.getByRole('toolbar').getByRole('button').nth(20).click();
  await expect(overview.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await app.screenshot('overview-dark');
  await app.page.emulateMedia({ colorScheme: 'light' });
  await tenantsScreen(app.page).settings.click();
  await app.page.getByText('Tiếng Việt').click();
  await app.page.keyboard.press('Escape');
  const inVietnamese = app.page.getByRole('region', { name: 'Tổng quan' });
  await expect(inVietnamese).toBeVisible();
  // As a heading and in the calendar, a month is written in the same way.
  const month = /^Tháng \d{2}\/\d{4}/;
  await expect(inVietnamese.getByRole('button', { name: month }).first()).toBeVisible();
  await app.screenshot('overview-vi');
  await app.page
    .getByRole('search')
    .getByRole('button', { name: /^Ngày tạo: / })
    .click();
  await expect(app.page.getByRole('dialog').getByText(month)).toBeVisible();
});
