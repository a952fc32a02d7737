import { addDialog } from './add-account.ts';
import { expect, test } from './fixture.ts';
import { chooseItem, pressAt, tabTo } from './keyboard.ts';

// These specs use the keyboard only, and check that an element always has the focus.
test.use({ tenantCount: 130 });

test('accounts are added, shown, renamed, recolored and removed', async ({ connected }) => {
  const { page, tenants } = connected;
  await pressAt(page, tenants.account, 'Enter');
  await chooseItem(page, tenants.menuItem('Add account'));
  const dialog = addDialog(page);
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await pressAt(page, dialog.getByRole('button', { name: 'Explore with sample data' }), 'Enter');
  await expect(tenants.label).toContainText('2,500 tenants · read in full');
  await expect(tenants.account).toBeFocused();
  await page.keyboard.press('Enter');
  await chooseItem(page, page.getByRole('menuitemradio', { name: /^127/ }));
  await expect(tenants.label).toContainText('130 tenants');
  await expect(tenants.account).toBeFocused();
  await tenants.cell(0, 'name').focus();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(tenants.label).toContainText('2,500 tenants');
  await expect(tenants.account).toBeFocused();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(tenants.label).toContainText('130 tenants');
  await expect(tenants.account).toBeFocused();

  await page.keyboard.press('Enter');
  await chooseItem(page, tenants.menuItem('Manage accounts'));
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.locator(':focus')).toHaveCount(1);
  const name = settings.getByRole('textbox', { name: 'Name of 127.0.0.1' });
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Minh Anh');
  await page.keyboard.press('Enter');
  await pressAt(page, settings.getByRole('button', { name: 'Color of Minh Anh' }), 'Enter');
  await chooseItem(page, page.getByRole('menuitemradio', { name: 'Violet' }));
  await expect(settings.getByRole('button', { name: 'Color of Minh Anh' })).toBeFocused();
  const remove = settings.getByRole('button', { name: /^Remove Sample data/ });
  await pressAt(page, remove, 'Enter');
  await expect(settings.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await pressAt(page, settings.getByRole('button', { name: 'Remove account' }), 'Enter');
  await expect(remove).toHaveCount(0);
  await expect(settings.locator(':focus')).toHaveCount(1);
});

test('the connection is tested, and the removal of the shown account leaves the focus on a control', async ({
  connectedToTwo,
  otherServer,
}) => {
  const { page, tenants } = connectedToTwo;
  await pressAt(page, tenants.settings, 'Enter');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await tabTo(page, settings.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const check = settings.getByRole('button', { name: 'Test connection' });
  otherServer.setFaults({ latency: { milliseconds: 300, times: 1 } });
  await pressAt(page, check, 'Enter');
  await expect(check).toHaveAttribute('aria-disabled', 'true');
  await expect(check).toBeFocused();
  // A second press does nothing.
  await page.keyboard.press('Enter');
  await expect(settings.getByText('The connection works.')).toBeVisible();
  await expect(check).toBeEnabled();
  await expect(check).toBeFocused();
  otherServer.setFaults({ status: { status: 401 } });
  await page.keyboard.press('Enter');
  await expect(settings.getByRole('alert')).toContainText('does not accept this API key');
  await expect(check).toBeFocused();

  await tabTo(page, settings.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowUp');
  await pressAt(page, settings.getByRole('button', { name: 'Remove Chị Hà' }), 'Enter');
  await pressAt(page, settings.getByRole('button', { name: 'Remove account' }), 'Enter');
  await expect(settings.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(tenants.account).toBeFocused();
});

test('settings, licenses and diagnostics', async ({ connected }) => {
  const { page, tenants } = connected;
  await pressAt(page, tenants.settings, 'Enter');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.locator(':focus')).toHaveCount(1);
  await tabTo(page, settings.getByRole('radio', { name: 'Comfortable' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-density', /^/);
  await tabTo(page, settings.getByRole('combobox', { name: 'Zoom' }));
  await pressAt(page, settings.getByRole('radio', { name: 'English' }), 'ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Cài đặt' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(settings).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(tenants.settings).toBeFocused();

  const command = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+K');
    await expect(page.getByPlaceholder('Search commands')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  await command('About');
  const about = page.getByRole('dialog', { name: 'About eTelecom Tenants' });
  await pressAt(page, about.locator('summary').first(), 'Enter');
  await expect(about.locator('details[open]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(about).toHaveCount(0);
  await command('Copy diagnostics');
  const diagnostics = page.getByRole('dialog', { name: 'Diagnostics' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await pressAt(page, diagnostics.getByRole('button', { name: 'Copy' }), 'Enter');
  await expect(diagnostics.getByText('Copied')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tenants.settings).toBeFocused();
});
