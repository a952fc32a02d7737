import { expect, test } from './fixture.ts';
import { watchShifts } from './layout-shifts.ts';
import { connect, enter, tenantsScreen } from './screens.ts';

test.use({ tenantCount: 1000 });

test('without the server, the list is shown after a restart and marked as offline', async ({
  connected,
  launchApp,
  sandbox,
}) => {
  const { app: first } = connected;
  await first.close();
  await sandbox.close();

  const app = await launchApp();
  const tenants = tenantsScreen(app.page);
  await tenants.hasRows(50);
  await expect(tenants.summary).toHaveText('Rows 1–50 of 1,000');
  await expect(tenants.label).toContainText('offline', { timeout: 30_000 });
  await expect(tenants.label).toContainText('1,000 tenants · read in full today');
  await expect(tenants.live).toBeDisabled();
  const lastTry = app.page.getByText(/Last tried today \d\d:\d\d\./);
  await expect(lastTry).toBeVisible();
  await app.screenshot('offline');
  // Each try changes the time. Noon is today at any time of the test, unlike an hour later.
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await app.page.clock.setFixedTime(`${today}T12:00:30+07:00`);
  await tenants.refresh.click();
  await expect(lastTry).toContainText('today 12:00.', { timeout: 30_000 });

  await app.page.getByRole('button', { name: 'Dismiss' }).click();
  await tenants.nextPage.click();
  await expect(tenants.summary).toHaveText('Rows 51–100 of 1,000');
  await expect(tenants.error).toHaveCount(0);
});

test('the first refresh starts automatically and shows its rows as they are read', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  // One request tests the key, one reads the page on screen, the others belong to the refresh.
  sandbox.setFaults({ hang: { after: 6 } });
  const tenants = await enter(app.page, sandbox);
  await expect(tenants.label).toContainText(/[3-5]00 tenants so far/);
  await tenants.hasRows(50);
  await expect(tenants.summary).toContainText(/of [3-5]00/);
  await app.screenshot('first-refresh');

  await tenants.cancel.click();
  const banner = app.page.getByRole('status').filter({ hasText: /stopped after [3-5]00 tenants/ });
  await expect(banner).toBeVisible();
  // As high as `bannerHeight` in list-banners.tsx, the skeleton that takes its place before.
  expect(await banner.boundingBox()).toMatchObject({ height: 52 });
  sandbox.setFaults({});
  await tenants.resumeRefresh.click();
  await expect(tenants.label).toContainText('1,000 tenants · read in full today');
});

test('a refresh shows its progress, is canceled, and resumes after a restart', async ({
  connected,
  launchApp,
  sandbox,
}) => {
  const { app: first, tenants } = connected;
  sandbox.setFaults({ hang: { after: 3 } });
  await tenants.readAll();
  await expect(first.page.getByText('300 of 1,000')).toBeVisible();
  await expect(first.page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '30');
  await tenants.hasRows(50);
  await first.screenshot('refreshing');
  await tenants.cancel.click();
  await expect(first.page.getByText('stopped after 300 tenants')).toBeVisible();
  await expect(tenants.label).toContainText('1,000 tenants');
  await first.screenshot('refresh-canceled');
  await first.close();

  sandbox.setFaults({});
  const asked = sandbox.requests.length;
  const second = await launchApp();
  const again = tenantsScreen(second.page);
  await expect(second.page.getByText('stopped after 300 tenants')).toBeVisible();
  // The notice is shown from the first paint on, so it does not shift the layout.
  const takeShifts = await watchShifts(second.page);
  await again.settled();
  expect(await takeShifts()).toBeLessThan(0.02);
  // The app finds out whether the server is reachable. That request must not be the one that has to wait.
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(asked);
  sandbox.setFaults({ rateLimit: { retryAfter: 4, times: 1 } });
  await again.resumeRefresh.click();
  await expect(
    second.page.getByText(/^The server asks us to wait; continuing in [1-4] s$/),
  ).toBeVisible();
  await expect(again.resumeRefresh).toHaveCount(0);
  await expect(again.refresh).toBeEnabled();
  await again.label.click();
  await expect(again.proof).toContainText('read to the end');
});

test('the proof shows what was read', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
  await tenants.label.click();
  await expect(tenants.proof).toContainText("The server's list was read to the end");
  const fact = (name: string) =>
    tenants.proof.locator('dl > div').filter({ hasText: name }).getByRole('definition');
  await expect(fact('Pages read')).toHaveText('10');
  await expect(fact('Tenants')).toHaveText('1,000');
  await expect(fact('Duplicate rows')).toHaveText('0');
  await expect(fact('Unreadable rows')).toHaveText('0');
  await expect(fact('Last page')).toHaveText('Reached');
  await app.screenshot('proof');
  await app.page.keyboard.press('Escape');
  await expect(tenants.label).toBeFocused();

  // A quick refresh of an unchanged list is one request. It does not read the list in full.
  const asked = sandbox.requests.length;
  await tenants.refresh.click();
  await expect(tenants.label).toContainText(/refreshed today .* · read in full today/);
  expect(sandbox.requests.length).toBe(asked + 1);
  await tenants.label.click();
  await expect(fact('Pages read')).toHaveText('10');
  await expect(fact('Last quick refresh')).toHaveText(/\d\d:\d\d/);
  await app.screenshot('proof-quick');
  await tenants.proof.getByRole('button', { name: 'Read the whole list' }).click();
  await expect(tenants.label).not.toContainText('refreshed');
});

test('the search of the saved list ignores accents and matches the beginning of words', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const [first, second] = sandbox.tenants;
  const tenants = [
    { ...first, name: 'Công ty Điện lực Hà Đông', domain: 'a.example' },
    { ...second, name: 'Nhà hàng Cổng Trời', domain: 'b.example' },
  ];
  sandbox.setFaults({ answer: { body: { paging: {}, tenants } } });
  const screen = await connect(app.page, sandbox);
  for (const [typed, found] of [
    ['cong', 2],
    ['cong ty dien', 1],
    ['DONG dien', 1],
    ['b.exam', 1],
    ['ong', 0],
  ] as const) {
    await screen.search.fill(typed);
    await screen.hasRows(found);
  }
});

test('the Live switch lists tenants from the server, with the filters it supports', async ({
  connected,
  sandbox,
}) => {
  const { tenants } = connected;
  const sortable = tenants.table.locator('thead').getByRole('button');
  await tenants.showColumn('ID');
  await expect(sortable).toHaveCount(8);
  await tenants.sortBy('Name').click();
  await expect(tenants.header('Name')).toHaveAttribute('aria-sort', 'ascending');

  const asked = sandbox.requests.length;
  await tenants.live.click();
  await expect(tenants.label).toContainText('Live');
  await expect(tenants.summary).toHaveText('Rows 1–50 of 50+');
  expect(sandbox.requests.length).toBe(asked + 1);
  await expect(sortable).toHaveCount(2);
  await expect(tenants.changes).toHaveCount(0);
  const live = await tenants.texts('id');
  expect(live).toHaveLength(50);

  await tenants.live.click();
  await expect(tenants.summary).toHaveText('Rows 1–50 of 1,000');
  await expect(tenants.header('Name')).toHaveAttribute('aria-sort', 'ascending');
  expect(sandbox.requests.length).toBe(asked + 1);
});

test('only the filtered tenants can be refreshed, and no others are removed', async ({
  connected,
  sandbox,
}) => {
  const { page, tenants } = connected;
  await tenants.moreRefreshes.click();
  await expect(tenants.menuItem('Read the whole list')).toBeVisible();
  await expect(tenants.refreshThese).toHaveCount(0);
  await page.keyboard.press('Escape');
  const [owner = ''] = sandbox.tenants.map(({ owner_id }) => owner_id);
  await tenants.filterByOwner(owner);
  const owned = sandbox.tenants.filter(({ owner_id }) => owner_id === owner);
  await expect(tenants.summary).toContainText(`of ${owned.length}`);
  const asked = sandbox.requests.length;
  await tenants.moreRefreshes.click();
  await tenants.refreshThese.click();
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(asked);
  expect(sandbox.requests.at(-1)?.body).toMatchObject({ filter: { owner_id: owner } });
  await expect(tenants.refresh).toBeEnabled();
  const total = sandbox.tenants.length.toLocaleString('en');
  await expect(tenants.label).toContainText(`${total} tenants`);
});
