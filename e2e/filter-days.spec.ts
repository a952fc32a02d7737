import { dayAt, endOfDay, resolveDay, startOfDay } from '../src-shared/days.ts';
import { createClock, type Clock } from '../src-shared/time-zone.ts';
import type { Page } from 'playwright';
import { expect, test } from './fixture.ts';
import { tenantsScreen } from './screens.ts';

const clock = createClock('vietnam');

test.use({ tenantCount: 400 });

const total = (page: Page) => tenantsScreen(page).summary;

test('days are chosen by period, by age or one by one', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
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
  connected,
}) => {
  const { app, tenants } = connected;
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

test('a day is chosen in the calendar with the keyboard', async ({ connected }) => {
  const { app, tenants } = connected;
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
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
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
