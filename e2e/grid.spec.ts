import type { WireTenant } from './compare-sheet.ts';
import { expect, test } from './fixture.ts';
import { connect, connectLive, enter } from './screens.ts';

test.use({ tenantCount: 130 });

test('cursors lead to the next and previous pages, without a total', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  const first = await tenants.texts('name');
  expect(first).toHaveLength(50);
  await expect(tenants.summary).toContainText('Rows 1–50');
  await expect(tenants.summary).toContainText('of 50+');
  await expect(tenants.table).toHaveAttribute('aria-rowcount', '-1');

  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 51–100');
  const second = await tenants.texts('name');
  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 101–130 of 130');
  const third = await tenants.texts('name');
  await expect(tenants.nextPage).toHaveAttribute('aria-disabled', 'true');
  await app.screenshot('last-page');
  expect([...first, ...second, ...third].toSorted()).toEqual(
    sandbox.tenants.map(({ name }) => name.trim()).toSorted(),
  );

  await tenants.previousPage.click();
  await expect(tenants.summary).toContainText('Rows 51–100');
  expect(await tenants.texts('name')).toEqual(second);
  await tenants.previousPage.click();
  await expect(tenants.summary).toContainText('Rows 1–50');
  expect(await tenants.texts('name')).toEqual(first);
});

test('a page has 25, 50 or 100 rows, or 500 of the saved list', async ({ connected }) => {
  const { page, tenants } = connected;
  for (const size of [25, 100, 50]) {
    await page.locator('footer').getByText(String(size), { exact: true }).click();
    await tenants.hasRows(size);
    await expect(tenants.summary).toContainText(`Rows 1–${size}`);
  }
  await page.locator('footer').getByText('500', { exact: true }).click();
  await tenants.hasRows(130);

  await tenants.live.click();
  await expect(tenants.pageSize(500)).toHaveCount(0);
  await expect(tenants.pageSize(100)).toBeChecked();
  await tenants.hasRows(100);
});

test('all fields are shown, ids with all digits, dates in UTC+7', async ({
  connected,
  sandbox,
}) => {
  const { tenants } = connected;
  for (const name of ['Connection ID', 'ID']) await tenants.showColumn(name);
  await expect(tenants.header('Created')).toContainText('UTC+7');
  const [id] = await tenants.texts('id');
  const sent = sandbox.tenants.find((tenant) => tenant.id === id);
  expect(id).toMatch(/^\d{19}$/);
  const cell = async (field: string) => (await tenants.texts(field))[0];
  expect(await cell('ownerId')).toBe(sent?.owner_id);
  expect(await cell('connectionId')).toBe(sent?.connection_id);
  expect(await cell('domain')).toBe(sent?.domain);
  const local = new Date(Date.parse(sent?.created_at ?? '') + 7 * 3_600_000).toISOString();
  expect(await cell('createdAt')).toContain(local.slice(0, 4));
  expect(await cell('createdAt')).toContain(local.slice(11, 16));
});

test('the list is filtered by name and by owner', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  const wanted = sandbox.tenants.filter(({ name }) => name.normalize().includes('Khách sạn'));
  await tenants.filterByName.fill('Khách sạn');
  await tenants.hasRows(wanted.length);
  expect((await tenants.texts('name')).toSorted()).toEqual(
    wanted.map(({ name }) => name.trim()).toSorted(),
  );
  await app.screenshot('filtered');

  const asked = sandbox.requests.length;
  await tenants.filterByName.fill('no such name');
  await expect(app.page.getByText('No matching tenants')).toBeVisible();
  expect(sandbox.requests.length).toBe(asked + 1);
  await app.screenshot('no-match');
  const list = app.page.getByRole('region', { name: 'Tenant list' });
  await list.getByRole('button', { name: 'Clear filters' }).click();
  await tenants.hasRows(50);

  const [owner] = sandbox.tenants.map(({ owner_id }) => owner_id);
  await tenants.filterByOwner(`id ${owner ?? ''}`);
  await expect(tenants.chip('Owner')).toContainText(owner ?? '');
  const owned = sandbox.tenants.filter(({ owner_id }) => owner_id === owner);
  await tenants.hasRows(owned.length);
});

test('typing sends one request, not one per letter', async ({ launchApp, sandbox }) => {
  const { page } = await launchApp();
  const tenants = await connectLive(page, sandbox);
  const asked = sandbox.requests.length;
  // No timer ends between two letters, however slow this machine is.
  await page.clock.install();
  // Far enough ahead that the page has not passed it when it pauses.
  await page.clock.pauseAt(Date.now() + 30_000);
  await tenants.filterByName.pressSequentially('công ty', { delay: 20 });
  await page.clock.resume();
  await expect
    .poll(() => sandbox.requests.at(-1)?.body)
    .toMatchObject({ filter: { name: 'công ty' } });
  expect(sandbox.requests.length).toBe(asked + 1);
});

const newestFirst = (field: 'created_at' | 'updated_at', rows: readonly WireTenant[]) =>
  rows.toSorted((a, b) => Date.parse(b[field]) - Date.parse(a[field])).map(({ id }) => id);

test('the live list is sorted by times in both directions', async ({ launchApp, sandbox }) => {
  const { page } = await launchApp();
  const tenants = await connectLive(page, sandbox);
  await tenants.showColumn('ID');
  const isSorted = async (header: string, direction: string, ids: readonly string[]) => {
    await expect(tenants.header(header)).toHaveAttribute('aria-sort', direction);
    await expect(tenants.column('id').first()).toHaveText(ids[0] ?? '');
    expect(await tenants.texts('id')).toEqual(ids.slice(0, 50));
  };
  const created = newestFirst('created_at', sandbox.tenants);
  const updated = newestFirst('updated_at', sandbox.tenants);
  await isSorted('Created', 'descending', created);
  await tenants.sortBy('Created').click();
  await isSorted('Created', 'ascending', created.toReversed());
  await tenants.sortBy('Updated').click();
  await isSorted('Updated', 'descending', updated);
  await tenants.sortBy('Updated').click();
  await isSorted('Updated', 'ascending', updated.toReversed());
  await tenants.sortBy('Updated').click();
  await isSorted('Created', 'descending', created);
});

test('the newest tenants are first until a header is clicked, and the best matches of a search', async ({
  launchApp,
  sandbox,
}) => {
  const { page } = await launchApp();
  const [some] = sandbox.tenants;
  const rows = ['Cong ty A', 'Công ty B', 'Cong ty C', 'Hà Nội'].map((name, at) => ({
    ...some,
    ...{ id: String(at + 1), name, created_at: `2026-0${at + 1}-01T00:00:00Z` },
  }));
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: rows } } });
  const tenants = await connect(page, sandbox);
  const areNames = (...names: string[]) => expect.poll(() => tenants.texts('name')).toEqual(names);
  await areNames('Hà Nội', 'Cong ty C', 'Công ty B', 'Cong ty A');
  await expect(tenants.header('Created')).toHaveAttribute('aria-sort', 'descending');
  await tenants.search.fill('công');
  await areNames('Công ty B', 'Cong ty C', 'Cong ty A');
  await expect(tenants.header('Created')).toHaveAttribute('aria-sort', 'none');
  await tenants.sortBy('Created').click();
  await areNames('Cong ty C', 'Công ty B', 'Cong ty A');
  await tenants.search.fill('');
  await tenants.sortBy('Created').click();
  await areNames('Cong ty A', 'Công ty B', 'Cong ty C', 'Hà Nội');
  await tenants.header('Created').click({ button: 'right' });
  await tenants.menuItem('Clear sort').click();
  await areNames('Hà Nội', 'Cong ty C', 'Công ty B', 'Cong ty A');
  await tenants.header('Created').click({ button: 'right' });
  await expect(tenants.menuItem('Sort ascending')).toBeVisible();
  await expect(tenants.menuItem('Clear sort')).toHaveCount(0);
});

test('rows stay on screen when the server fails, and trying again works', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  const before = await tenants.texts('name');
  sandbox.setFaults({
    answer: { status: 501, body: { code: 'internal', msg: 'Lỗi hệ thống' }, times: 1 },
    rateLimit: { retryAfter: 4, times: 1, after: 1 },
  });
  await tenants.nextPage.click();
  await expect(tenants.error).toContainText('ran into an error');
  await expect(tenants.error).toContainText(/HTTP status 50\d · .* \d\d:\d\d \(UTC\+7\)/);
  await expect(tenants.error).toContainText('Lỗi hệ thống');
  expect(await tenants.texts('name')).toEqual(before);
  await app.screenshot('error-with-rows');
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(tenants.summary).toHaveText(/^The server asks us to wait; continuing in [1-4] s$/);
  await expect(tenants.summary).toContainText('Rows 51–100');
  await expect(tenants.error).toHaveCount(0);
});

test('a skeleton is shown while rows are loading', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  sandbox.setFaults({ hang: { after: 1 } });
  const tenants = await enter(app.page, sandbox);
  await expect(tenants.table).toHaveAttribute('aria-busy', 'true');
  const bar = tenants.table.locator('tbody [data-column="name"] span').first();
  await expect(bar).toBeVisible();
  await expect(bar).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await app.screenshot('loading');
});

test('unknown values are shown, and unreadable rows are counted', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  sandbox.setFaults({ awkward: { every: 1 }, unreadableRow: { times: 1 } });
  await tenants.live.click();
  await expect(app.page.getByText('1 row could not be read and is not shown.')).toBeVisible();
  await tenants.hasRows(49);
  expect(await tenants.texts('status')).toContain('X9');
  await tenants.showColumn('ID');
  for (const id of await tenants.texts('id')) expect(id).toMatch(/^\d{19}$/);
  await app.screenshot('awkward-values');
});

test('an empty page at the end of the list leads back', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
  sandbox.setFaults({ cursorsAtEnds: {} });
  await tenants.live.click();
  await expect(tenants.label).toContainText('Live');
  await expect(tenants.previousPage).toHaveAttribute('aria-disabled', 'true');
  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 51–100');
  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 101–130');
  await tenants.nextPage.click();
  await expect(app.page.getByText('No more tenants')).toBeVisible();
  await app.screenshot('past-the-end');
  await tenants.previousPage.click();
  await tenants.hasRows(30);
});

test('an empty list shows a message', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: [] } } });
  await connect(app.page, sandbox);
  await expect(app.page.getByText('No tenants yet')).toBeVisible();
  await app.screenshot('no-tenants');
});
