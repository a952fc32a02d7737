import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixture.ts';
import { connect } from './screens.ts';

test.use({ tenantCount: 700 });

test('the open overview counts months in the new time zone', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
  await app.page.getByRole('button', { name: 'Overview', exact: true }).click();
  const bars = app.page.getByRole('toolbar', { name: 'New tenants by month' }).getByRole('button');
  await expect(bars).toHaveCount(24);
  const readCounts = () =>
    bars.evaluateAll((buttons) =>
      buttons.map((button) => (button.getAttribute('aria-label') ?? '').split(/: | new /)),
    );
  const now = Date.now();
  const countsAt = (hoursFromUtc: number) => {
    const created = sandbox.tenants.map(({ created_at }) =>
      monthName.format(Date.parse(created_at) + hoursFromUtc * 3_600_000),
    );
    return lastMonths(now + hoursFromUtc * 3_600_000).map((month) => [
      month,
      String(created.filter((other) => other === month).length),
      expect.stringContaining('tenant'),
    ]);
  };
  const vietnamese = countsAt(7);
  const utc = countsAt(0);
  expect(utc).not.toEqual(vietnamese);
  await expect.poll(readCounts).toEqual(vietnamese);

  const choose = async (zone: string) => {
    await tenants.settings.click();
    await app.page
      .getByRole('dialog', { name: 'Settings' })
      .getByText(zone, { exact: true })
      .click();
    await app.page.keyboard.press('Escape');
  };
  await choose('UTC');
  await expect.poll(readCounts).toEqual(utc);
  await choose('Vietnam (UTC+7)');
  await expect.poll(readCounts).toEqual(vietnamese);
});

test('an unknown zone of the computer is said, and Vietnam takes its place', async ({
  dataFolder,
  launchApp,
  sandbox,
}) => {
  const preferences = { language: 'en', colorScheme: 'light', timeZone: 'computer' };
  await writeFile(join(dataFolder, 'preferences.json'), JSON.stringify(preferences));
  // The browser of its own has the same environment.
  const app = await launchApp({ env: { TZ: 'Foo/Bar' }, browser: undefined });
  const tenants = await connect(app.page, sandbox);
  await expect(app.page.getByRole('columnheader', { name: /Created \(UTC\+7\)/ })).toBeVisible();
  await tenants.settings.click();
  const settings = app.page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByText('This computer (unknown)')).toBeVisible();
  await expect(settings.getByText('Times are shown in Vietnam time (UTC+7).')).toBeVisible();
});

/** Formats a moment as the names of the bars do: `November 2026`. */
const monthName = new Intl.DateTimeFormat('en', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Returns the names of 24 months up to that of a moment. */
function lastMonths(moment: number): string[] {
  const last = new Date(moment);
  return Array.from({ length: 24 }, (_, index) =>
    monthName.format(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - 23 + index)),
  );
}
