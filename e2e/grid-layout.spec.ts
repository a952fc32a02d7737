import type { Locator } from 'playwright';
import { expect, test } from './fixture.ts';
import { connect, tenantsScreen } from './screens.ts';

const widthOf = async (header: Locator) => (await header.boundingBox())?.width ?? 0;

test('columns are moved, hidden and resized with the mouse, remembered, and reset together', async ({
  launchApp,
  sandbox,
}) => {
  const first = await launchApp();
  const tenants = await connect(first.page, sandbox);
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

  const before = await widthOf(tenants.header('Owner ID'));
  const box = await tenants.header('Owner ID').boundingBox();
  if (box === null) throw new Error('The header is not on screen');
  await first.page.mouse.move(box.x + box.width - 3, box.y + 10);
  await first.page.mouse.down();
  await first.page.mouse.move(box.x + box.width + 57, box.y + 10, { steps: 4 });
  await first.page.mouse.up();
  await expect.poll(() => widthOf(tenants.header('Owner ID'))).toBeCloseTo(before + 60, 0);
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
  await expect.poll(() => widthOf(again.header('Owner ID'))).toBeCloseTo(before + 60, 0);

  await again.columns.click();
  await again.menuItem('Reset columns').click();
  await expect(kept).toHaveCount(8);
  await expect(kept.nth(2)).toContainText('Status');
  await expect.poll(() => widthOf(again.header('Owner ID'))).toBeCloseTo(before, 0);
});

test('Shift sorts the saved list by a second column', async ({ launchApp, sandbox }) => {
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
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
