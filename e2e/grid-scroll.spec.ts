import { expect, test } from './fixture.ts';
import { tenantsScreen, texts } from './screens.ts';

test.use({ tenantCount: 2500 });

test('all rows scroll on one page: few are drawn, with the right row numbers', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  await tenants.showColumn('ID');
  await tenants.table.locator('thead [data-column="id"]').getByRole('button').click();
  await tenants.pageSize('All').click();
  await expect(tenants.summary).toHaveText('2,500 rows');
  await expect(tenants.table).toHaveAttribute('aria-rowcount', '2501');
  await expect(tenants.nextPage).toHaveAttribute('aria-disabled', 'true');
  const rows = app.page.locator('tbody tr[data-row]');
  expect(await rows.count()).toBeLessThan(150);

  const area = app.page.getByRole('region', { name: 'Tenant list' });
  await area.evaluate((element) => (element.scrollTop = 1000 * 36));
  await expect(app.page.locator('[data-row="1000"]')).toHaveAttribute('aria-rowindex', '1002');
  const byId = sandbox.tenants
    .map(({ id }) => id)
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  await expect(tenants.cell(1000, 'id')).toHaveText(byId[1000] ?? '');
  expect(await rows.count()).toBeLessThan(150);
  const drawn = await rows.evaluateAll((elements) =>
    elements.map((element) => [element.dataset.row, element.getAttribute('aria-rowindex')]),
  );
  for (const [row, index] of drawn) expect(Number(index)).toBe(Number(row) + 2);
  await app.screenshot('all-rows');

  await tenants.cell(1005, 'id').click();
  await app.page.keyboard.press('ControlOrMeta+End');
  await expect(tenants.cell(2499, 'id')).toBeFocused();
  await expect(tenants.cell(2499, 'id')).toHaveText(byId[2499] ?? '');
  await expect(tenants.cell(2499, 'id')).toBeInViewport();
  await app.page.keyboard.press('ArrowUp');
  await expect(tenants.cell(2498, 'id')).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+Home');
  await expect(tenants.cell(0, 'select')).toBeFocused();

  // The focused row is drawn wherever the grid is scrolled.
  await area.evaluate((element) => (element.scrollTop = 2000 * 36));
  await expect(tenants.cell(2000, 'id')).toHaveText(byId[2000] ?? '');
  await expect(tenants.cell(0, 'select')).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await expect(tenants.cell(1, 'select')).toBeInViewport();
});

test('a range includes rows that were never on screen, and the page size is remembered', async ({
  connected,
  launchApp,
}) => {
  const { app: first, tenants } = connected;
  await tenants.pageSize('All').click();
  await expect(tenants.summary).toHaveText('2,500 rows');
  await tenants.cell(0, 'select').click();
  const area = first.page.getByRole('region', { name: 'Tenant list' });
  await area.evaluate((element) => (element.scrollTop = 1200 * 36));
  await tenants.cell(1201, 'domain').click({ modifiers: ['Shift'] });
  await expect(tenants.selected).toHaveText('1,202 selected');
  await first.page.keyboard.press('ControlOrMeta+Shift+End');
  await expect(tenants.selected).toHaveText('2,500 selected');
  // The checkbox is disabled until the row is loaded.
  await expect(tenants.cell(2499, 'select').getByRole('checkbox')).toBeEnabled();
  await tenants.cell(2499, 'select').click();
  await expect(tenants.selected).toHaveText('2,499 selected');
  await first.close();

  const second = await launchApp();
  const again = tenantsScreen(second.page);
  await expect(again.summary).toHaveText('2,500 rows');
  expect((await texts(again.names)).length).toBeLessThan(150);
});

test('a new page starts at its top, and the names stay visible when scrolling sideways', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const area = app.page.getByRole('region', { name: 'Tenant list' });
  await area.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await expect(tenants.cell(49, 'domain')).toBeInViewport();
  await tenants.nextPage.click();
  await expect(tenants.summary).toHaveText('Rows 51–100 of 2,500');
  await expect(tenants.cell(0, 'domain')).toBeInViewport();
  for (const name of ['Connection ID', 'ID']) await tenants.showColumn(name);

  const left = async () => (await tenants.cell(0, 'name').boundingBox())?.x;
  const before = await left();
  const domainBefore = (await tenants.cell(0, 'domain').boundingBox())?.x ?? 0;
  await area.evaluate((element) => (element.scrollLeft = 100));
  await expect
    .poll(async () => (await tenants.cell(0, 'domain').boundingBox())?.x)
    .toBe(domainBefore - 100);
  // The name column sticks one frame after the scroll.
  await expect.poll(left).toBe(before);
});
