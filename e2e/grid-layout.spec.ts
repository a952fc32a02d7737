import type { Locator } from 'playwright';
import { expect, test } from './fixture.ts';
import { connect, tenantsScreen } from './screens.ts';

const widthOf = async (header: Locator) => (await header.boundingBox())?.width ?? 0;

test('columns are moved, hidden and resized with the mouse, remembered, and reset together', async ({
  connected,
  launchApp,
}) => {
  const { app: first, tenants } = connected;
  const headers = tenants.table.getByRole('columnheader');
  await expect(headers).toHaveCount(8);

  await tenants
    .header('Domain')
    .dragTo(tenants.header('Status'), { targetPosition: { x: 4, y: 10 } });
  await expect(headers.nth(2)).toContainText('Domain');
  await tenants.columns.click();
  await first.page.getByRole('menuitemcheckbox', { name: 'Method' }).click();
  await first.screenshot('columns-menu');
  await first.page.keyboard.press('Escape');
  await expect(headers).toHaveCount(7);
  // The menu still receives clicks while it fades out.
  await expect(first.page.getByRole('menu')).toHaveCount(0);

  const before = await widthOf(tenants.header('Owner'));
  const box = await tenants.header('Owner').boundingBox();
  if (box === null) throw new Error('The header is not on screen');
  await first.page.mouse.move(box.x + box.width - 3, box.y + 10);
  await first.page.mouse.down();
  await first.page.mouse.move(box.x + box.width + 57, box.y + 10, { steps: 4 });
  await first.page.mouse.up();
  await expect.poll(() => widthOf(tenants.header('Owner'))).toBeCloseTo(before + 60, 0);
  await expect(headers.nth(2)).toContainText('Domain');
  await tenants.pageSize(25).click();
  await tenants.hasRows(25);
  await first.screenshot('laid-out');
  await first.close();

  const second = await launchApp();
  const again = tenantsScreen(second.page);
  await again.hasRows(25);
  const kept = again.table.getByRole('columnheader');
  await expect(kept).toHaveCount(7);
  await expect(kept.nth(1)).toContainText('Name');
  await expect(kept.nth(2)).toContainText('Domain');
  await expect.poll(() => widthOf(again.header('Owner'))).toBeCloseTo(before + 60, 0);

  await again.columns.click();
  await again.menuItem('Reset columns').click();
  await expect(kept).toHaveCount(8);
  await expect(kept.nth(2)).toContainText('Status');
  await expect.poll(() => widthOf(again.header('Owner'))).toBeCloseTo(before, 0);
});

for (const locale of ['en-US', 'vi-VN']) {
  test(`every default column is visible in a window of 1366 × 768, in ${locale}`, async ({
    launchApp,
  }) => {
    const { page } = await launchApp({ locale });
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('button', { name: /sample data|dữ liệu mẫu/i }).click();
    await expect(tenantsScreen(page).cell(5, 'ownerId')).toBeVisible();
    const area = page.locator('[role="region"]:has(> [role="grid"])');
    await expect.poll(() => area.evaluate(({ clientWidth }) => clientWidth)).toBeGreaterThan(1300);
    // The columns follow the width of the window a frame later.
    await expect
      .poll(() => area.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
      .toBe(0);
    // Only names and domains may be too long for their column.
    const cut = await page
      .locator('thead th, tbody td:not([data-column="domain"])')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
      );
    expect(cut).toEqual([]);
  });
}

test('no column moves when another page arrives', async ({ launchApp, sandbox }) => {
  const { page } = await launchApp();
  const [some] = sandbox.tenants;
  const answered = Array.from({ length: 60 }, (_, at) => ({
    ...some,
    ...{ id: String(at + 1), name: at < 10 ? 'Công ty '.repeat(12) : 'An' },
    created_at: `2026-01-01T00:${String(at).padStart(2, '0')}:00Z`,
  }));
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: answered } } });
  const tenants = await connect(page, sandbox);
  const widths = () =>
    tenants.table
      .getByRole('columnheader')
      .evaluateAll((headers) => headers.map((header) => header.getBoundingClientRect().width));
  const before = await widths();
  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 51–60');
  expect(await widths()).toEqual(before);
});

test('the edge of a header stays under the pointer, and a double-click fits the content', async ({
  connected,
}) => {
  const { page, tenants } = connected;
  const rightOf = async (name: string) => {
    const box = await tenants.header(name).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  const names = ['Name', 'Status', 'Domain', 'Owner'];
  const all = () => Promise.all(names.map(rightOf));
  const y = ((await tenants.header('Name').boundingBox())?.y ?? 0) + 10;
  const before = await all();
  for (const name of names) {
    await page.mouse.move((await rightOf(name)) - 3, y);
    await page.mouse.down();
    await page.mouse.up();
  }
  expect(await all()).toEqual(before);
  await expect(tenants.columns).toBeVisible();

  for (const name of ['Domain', 'Name']) {
    const start = await rightOf(name);
    await page.mouse.move(start - 3, y);
    await page.mouse.down();
    for (const by of [30, -40, 55]) {
      await page.mouse.move(start - 3 + by, y, { steps: 3 });
      await expect.poll(() => rightOf(name)).toBeCloseTo(start + by, 0);
    }
    await page.mouse.up();
    await expect.poll(() => rightOf(name)).toBeCloseTo(start + 55, 0);
  }

  const isCut = () =>
    tenants
      .column('name')
      .getByRole('button')
      .evaluateAll((all) => all.some((name) => name.scrollWidth > name.clientWidth));
  const left = (await tenants.header('Name').boundingBox())?.x ?? 0;
  await page.mouse.move((await rightOf('Name')) - 3, y);
  await page.mouse.down();
  await page.mouse.move(left + 90, y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(isCut).toBe(true);
  await page.mouse.dblclick((await rightOf('Name')) - 3, y);
  await expect.poll(isCut).toBe(false);
  const fitted = await widthOf(tenants.header('Name'));
  await page.mouse.dblclick((await rightOf('Name')) - 3, y);
  await expect.poll(() => widthOf(tenants.header('Name'))).toBeCloseTo(fitted, 0);
});

test('Shift sorts the saved list by a second column', async ({ connected, sandbox }) => {
  const { app, tenants } = connected;
  await tenants.showColumn('ID');
  await tenants.sortBy('Status').click();
  await tenants.sortBy('Created').click({ modifiers: ['Shift'] });
  await expect(tenants.header('Status')).toHaveAttribute('aria-sort', 'ascending');
  await expect(tenants.header('Created')).toHaveAttribute('aria-sort', 'none');
  await expect(tenants.header('Created')).toHaveAccessibleName(/second, descending/);
  await tenants.settled();
  const ids = await tenants.texts('id');
  const sent = new Map(sandbox.tenants.map((tenant) => [tenant.id, tenant]));
  const shown = ids.map((id) => sent.get(id));
  for (const [at, tenant] of shown.entries()) {
    const next = shown[at + 1];
    if (tenant && next?.status === tenant.status) {
      expect(Date.parse(tenant.created_at)).toBeGreaterThanOrEqual(Date.parse(next.created_at));
    }
  }
  expect(new Set(shown.map((tenant) => tenant?.status)).size).toBeGreaterThan(1);
  await app.screenshot('sorted-by-two');
});

test('searched words are marked, ignoring accents, and hovering shows a truncated name', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const [some] = sandbox.tenants;
  const name = 'Công ty Cổ phần Đầu tư và Phát triển Điện lực Hà Đông miền Bắc Việt Nam';
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: [{ ...some, name }] } } });
  const tenants = await connect(app.page, sandbox);
  await tenants.search.fill('dien cong');
  await expect(tenants.table.locator('mark')).toHaveText(['Công', 'Điện']);
  await app.screenshot('marked');
  await tenants.cell(0, 'name').hover();
  await expect(tenants.cell(0, 'name')).toHaveAttribute('title', name);
  await tenants.cell(0, 'ownerId').hover();
  await expect(tenants.cell(0, 'ownerId')).not.toHaveAttribute('title');
});

test('dates say how long ago they were, and ages are sorted like them', async ({
  launchApp,
  sandbox,
}) => {
  const { page } = await launchApp();
  const [some] = sandbox.tenants;
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString();
  const answered = [34, 3, 800].map((days, at) => ({
    ...some,
    ...{ id: String(at + 1), name: `An ${days}`, created_at: daysAgo(days) },
  }));
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: answered } } });
  const tenants = await connect(page, sandbox);
  await tenants.cell(0, 'createdAt').hover();
  await expect(tenants.cell(0, 'createdAt')).toHaveAttribute(
    'title',
    /^3 days ago · \d\d \w{3} \d{4} \d\d:\d\d:\d\d \(UTC\+7\)$/,
  );
  await tenants.showColumn('Age');
  expect(await tenants.texts('age')).toEqual(['3 days', '34 days', '800 days']);
  await tenants.sortBy('Age').click();
  await expect(tenants.header('Created')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => tenants.texts('age')).toEqual(['800 days', '34 days', '3 days']);
  await tenants.header('Age').click({ button: 'right' });
  await tenants.menuItem(/^Sort ascending/).click();
  await expect.poll(() => tenants.texts('age')).toEqual(['3 days', '34 days', '800 days']);
});
