import type { Page } from 'playwright';
import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixture.ts';
import { chooseItem, hasKeyboard, pressAt, tabTo } from './keyboard.ts';
import { tenantsScreen } from './screens.ts';

// These specs use the keyboard only, and check that an element always has the focus.
test.use({ tenantCount: 130 });

/** Opens the menu of the focused cell and chooses an item. */
async function chooseAtCell(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Shift+F10');
  await chooseItem(page, tenantsScreen(page).menuItem(name));
  await hasKeyboard(page);
}

test('all items in the menu of a row @clipboard', async ({ connected }) => {
  const { app, page, tenants } = connected;
  await tenants.showColumn('ID');
  const [name = ''] = await tenants.texts('name');
  const [id = ''] = await tenants.texts('id');
  /** Retries, because the clipboard may be written while it is read. */
  const copied = (text: string | RegExp) =>
    expect(async () => expect((await readClipboard(app)).text).toMatch(text)).toPass();
  await tabTo(page, tenants.cell(0, 'name'));
  await chooseAtCell(page, 'Copy cell');
  await copied(name);
  await chooseAtCell(page, 'Copy row');
  await copied(`\t${id}`);
  await chooseAtCell(page, 'Copy with headers');
  await copied(/^Name\t/);
  await chooseAtCell(page, 'Copy ID');
  await copied(new RegExp(`^${id}$`));
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await copied(/^Name\t/);
  await chooseAtCell(page, 'Open details');
  await expect(tenants.drawer(name).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tenants.cell(0, 'name')).toBeFocused();

  await tabTo(page, tenants.cell(0, 'name'));
  while ((await tenants.cell(0, 'status').and(page.locator(':focus')).count()) === 0) {
    await page.keyboard.press('ArrowRight');
  }
  const [status = ''] = await tenants.texts('status');
  await chooseAtCell(page, /^Filter by/);
  await expect(tenants.chip('Status')).toHaveText(new RegExp(`^Status: ${status}`));
});

test('all items in the menu of a column', async ({ connected }) => {
  const { page, tenants } = connected;
  const headers = tenants.table.getByRole('columnheader');
  const sorts = (name: string) => expect(tenants.header(name));
  /** After a menu closes or a column moves, the header gets the focus a moment later. Keys before that are lost. */
  const hasFocus = (name: string) => expect(tenants.header(name)).toBeFocused();
  await tabTo(page, tenants.cell(0, 'name'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await hasFocus('Status');
  await chooseAtCell(page, /^Sort ascending/);
  await sorts('Status').toHaveAttribute('aria-sort', 'ascending');
  await hasFocus('Status');
  await chooseAtCell(page, /^Sort descending/);
  await sorts('Status').toHaveAttribute('aria-sort', 'descending');
  await hasFocus('Status');
  await page.keyboard.press('ArrowLeft');
  await hasFocus('Name');
  await chooseAtCell(page, 'Then sort descending');
  await sorts('Name').toHaveAccessibleName(/second, descending/);
  await hasFocus('Name');
  await chooseAtCell(page, 'Then sort ascending');
  await sorts('Name').toHaveAccessibleName(/second, ascending/);
  await hasFocus('Name');
  await chooseAtCell(page, 'Clear sort');
  await sorts('Name').not.toHaveAccessibleName(/second/);
  await hasFocus('Name');
  await page.keyboard.press('Shift+Enter');
  await sorts('Name').toHaveAccessibleName(/second/);

  await page.keyboard.press('ArrowRight');
  await hasFocus('Status');
  await chooseAtCell(page, 'Move right');
  await expect(headers.nth(3)).toContainText('Status');
  await hasFocus('Status');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await expect(headers.nth(2)).toContainText('Status');
  await hasFocus('Status');
  const width = async () => Math.round((await tenants.header('Status').boundingBox())?.width ?? 0);
  const before = await width();
  await page.keyboard.press('Shift+F10');
  await chooseItem(page, tenants.menuItem('Wider'));
  await expect.poll(width).toBe(before + 16);
  await chooseItem(page, tenants.menuItem('Narrower'));
  await expect.poll(width).toBe(before);
  await page.keyboard.press('Escape');
  await hasFocus('Status');
  await chooseAtCell(page, 'Fit to content');
  await expect.poll(width).toBeLessThan(before);
  await hasFocus('Status');
  await chooseAtCell(page, 'Hide column');
  await expect(tenants.header('Status')).toHaveCount(0);
  await pressAt(page, tenants.columns, 'Enter');
  await chooseItem(page, page.getByRole('menuitemcheckbox', { name: 'Status' }));
  await expect(tenants.header('Status')).toHaveCount(1);
});

test('selecting a page and all matching tenants, and moving between pages', async ({
  connected,
}) => {
  const { page, tenants } = connected;
  await tabTo(page, tenants.cell(0, 'name'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(tenants.selected).toHaveText('50 selected');
  await pressAt(page, page.getByRole('button', { name: 'Select all 130' }), 'Enter');
  await expect(tenants.selected).toHaveText('130 selected');
  await expect(page.getByRole('button', { name: 'Clear selection' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tenants.selected).toHaveCount(0);
  await hasKeyboard(page);

  await pressAt(page, tenants.nextPage, 'Enter');
  await expect(tenants.summary).toContainText('51–100');
  await page.keyboard.press('Enter');
  await expect(tenants.summary).toContainText('101–130');
  await pressAt(page, tenants.previousPage, 'Enter');
  await expect(tenants.summary).toContainText('51–100');
  await pressAt(page, tenants.firstPage, 'Enter');
  await expect(tenants.summary).toContainText('1–50');
  await tabTo(page, page.getByRole('radio', { name: '50', exact: true }));
  for (const rows of ['1–100', '1–130', '130']) {
    await page.keyboard.press('ArrowRight');
    await expect(tenants.summary).toContainText(rows);
  }
  await pressAt(page, tenants.label, 'Enter');
  await expect(tenants.proof.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tenants.label).toBeFocused();
});

test('keys pressed before a menu or the details have the focus do not act on the grid', async ({
  connected,
}) => {
  const { page, tenants } = connected;
  const [, name = ''] = await tenants.texts('name');
  await tabTo(page, tenants.cell(0, 'name'));
  await page.keyboard.press('ArrowDown');
  /** Presses all keys in one task of the renderer, faster than a user can. */
  const pressAtOnce = (...keys: string[]) =>
    tenants.cell(1, 'name').evaluate(
      (cell, pressed) => {
        for (const [key, shiftKey] of pressed) {
          const event = { key, shiftKey, bubbles: true, cancelable: true };
          cell.dispatchEvent(new KeyboardEvent('keydown', event));
        }
      },
      keys.map((key): [string, boolean] => [key.replace('Shift+', ''), key.startsWith('Shift+')]),
    );
  await pressAtOnce('Shift+F10', 'ArrowDown', ' ');
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tenants.cell(1, 'name')).toBeFocused();
  await pressAtOnce('Enter', 'ArrowDown', ' ');
  await expect(tenants.drawer(name).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tenants.cell(1, 'name')).toBeFocused();
  await expect(tenants.selected).toHaveCount(0);
});
