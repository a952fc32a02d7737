import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixture.ts';
import { texts } from './screens.ts';

test.use({ tenantCount: 130 });

test('the grid is one tab stop, and the keys of the grid pattern reach every cell', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  await expect(tenants.table.locator('[tabindex="0"]')).toHaveCount(1);
  await tenants.cell(0, 'name').focus();
  for (const [key, row, field] of [
    ['ArrowDown', 1, 'name'],
    ['ArrowRight', 1, 'status'],
    ['ArrowLeft', 1, 'name'],
    ['Home', 1, 'select'],
    ['End', 1, 'ownerId'],
    ['ControlOrMeta+End', 49, 'ownerId'],
    ['ControlOrMeta+Home', 0, 'select'],
  ] as const) {
    await keyboard.press(key);
    await expect(tenants.cell(row, field)).toBeFocused();
  }
  await keyboard.press('PageDown');
  const [paged = ''] = await texts(app.page.locator('tbody tr:has(:focus) [data-column="domain"]'));
  expect(await tenants.texts('domain')).toContain(paged);
  await expect(tenants.cell(0, 'select')).not.toBeFocused();
  await keyboard.press('PageUp');
  await expect(tenants.cell(0, 'select')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(tenants.table.getByRole('columnheader').first()).toBeFocused();
  await keyboard.press('PageUp');
  await expect(tenants.table.getByRole('columnheader').first()).toBeFocused();
  await expect(tenants.table.locator('[tabindex="0"]')).toHaveCount(1);
  await keyboard.press('Tab');
  await expect(tenants.table.locator(':focus')).toHaveCount(0);
  await keyboard.press('Shift+Tab');
  await expect(tenants.table.getByRole('columnheader').first()).toBeFocused();
});

test('rows are selected, copied and opened with the keyboard @clipboard', async ({ connected }) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  await tenants.cell(0, 'name').focus();
  await keyboard.press('Shift+Space');
  await expect(tenants.selected).toHaveText('1 selected');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(tenants.selected).toHaveText('3 selected');
  await keyboard.press('Shift+ArrowUp');
  await expect(tenants.selected).toHaveText('2 selected');
  await keyboard.press('ControlOrMeta+c');
  await expect(app.page.getByText('2 rows copied')).toBeVisible();
  expect((await readClipboard(app)).text.split('\r\n')).toHaveLength(2);
  await keyboard.press('ControlOrMeta+a');
  await expect(tenants.selected).toHaveText('130 selected');
  await keyboard.press('Escape');
  await expect(tenants.selected).toHaveCount(0);

  const [name = '', second = ''] = await tenants.texts('name');
  for (const key of ['Enter', 'F2']) {
    await keyboard.press(key);
    // The drawer gets the focus shortly after it is visible.
    await expect(tenants.drawer(second).locator(':focus')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(tenants.cell(1, 'name')).toBeFocused();
  }
  await keyboard.press('ArrowUp');
  const menuFocus = app.page.getByRole('menu').locator(':focus');
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await keyboard.press(key);
    await expect(tenants.menuItem('Copy cell')).toBeVisible();
    await expect(menuFocus).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(tenants.cell(0, 'name')).toBeFocused();
  }
  await keyboard.press('Shift+F10');
  await expect(menuFocus).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await expect(tenants.menuItem('Open details')).toBeFocused();
  await keyboard.press('Enter');
  await expect(tenants.drawer(name)).toBeVisible();
});

test('columns are sorted, moved, hidden and resized with the keyboard', async ({ connected }) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  const headers = tenants.table.getByRole('columnheader');
  await tenants.cell(0, 'domain').focus();
  await keyboard.press('ArrowUp');
  await expect(tenants.header('Domain')).toBeFocused();
  await keyboard.press('Enter');
  await expect(tenants.header('Domain')).toHaveAttribute('aria-sort', 'ascending');

  const width = async () => (await tenants.header('Domain').boundingBox())?.width ?? 0;
  const before = await width();
  await keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBeCloseTo(before + 16, 0);
  await keyboard.press('Shift+ArrowLeft');
  await expect.poll(width).toBeCloseTo(before, 0);
  await keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expect(headers.nth(6)).toContainText('Domain');
  await expect(tenants.header('Domain')).toBeFocused();

  await keyboard.press('Shift+F10');
  await app.screenshot('column-menu');
  const menuFocus = app.page.getByRole('menu').locator(':focus');
  await expect(menuFocus).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await expect(tenants.menuItem('Hide column')).toBeFocused();
  await keyboard.press('Enter');
  await expect(tenants.header('Domain')).toHaveCount(0);
  await expect(tenants.table.locator(':focus')).toHaveCount(1);

  await tenants.columns.focus();
  await keyboard.press('Enter');
  await expect(menuFocus).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await expect(tenants.menuItem('Reset columns')).toBeFocused();
  await keyboard.press('Enter');
  await expect(headers.nth(5)).toContainText('Domain');
});

test('a new page is announced, and the focus stays where it was', async ({ connected }) => {
  const { app, tenants } = connected;
  await expect(tenants.summary).toHaveAttribute('aria-live', 'polite');
  await tenants.nextPage.focus();
  await app.page.keyboard.press('Enter');
  await expect(tenants.summary).toHaveText('Rows 51–100 of 130');
  await expect(tenants.nextPage).toBeFocused();
  await tenants.cell(0, 'domain').focus();
  await app.page.keyboard.press('Control+End');
  await expect(tenants.cell(49, 'ownerId')).toBeFocused();
  await tenants.pageSize(25).click();
  await expect(tenants.summary).toHaveText('Rows 1–25 of 130');
  await expect(tenants.table.locator('[tabindex="0"]')).toHaveCount(1);
});

test('Down leads from the search to the rows, and the details go through them', async ({
  connected,
}) => {
  const { page, tenants } = connected;
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type('cong ty');
  await page.keyboard.press('ArrowDown');
  await expect(tenants.cell(0, 'name')).toBeFocused();
  // Until the search has been answered, the grid has other rows.
  await tenants.settled();
  const names = await tenants.texts('name');
  const isOpen = (row: number) =>
    expect(page.getByRole('dialog', { name: names[row] ?? '', exact: true })).toBeVisible();
  const previous = page.getByRole('button', { name: 'Previous tenant' });
  const next = page.getByRole('button', { name: 'Next tenant' });
  await page.keyboard.press('Enter');
  await isOpen(0);
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Alt+ArrowDown');
  await isOpen(1);
  await next.click();
  await isOpen(2);
  await page.keyboard.press('Alt+ArrowUp');
  await isOpen(1);
  await page.keyboard.press('Escape');
  await expect(tenants.cell(1, 'name')).toBeFocused();
});

test('the command palette is a click away', async ({ connected }) => {
  const { page } = connected;
  await page.getByRole('button', { name: 'Search commands Ctrl+K' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
});
