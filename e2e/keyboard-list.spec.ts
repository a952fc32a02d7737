import { join } from 'node:path';
import { addDialog } from './add-account.ts';
import { stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import {
  chooseItem,
  hasKeyboard,
  menuHasFocus,
  pressAt,
  runFromPalette,
  tabTo,
} from './keyboard.ts';
import { connectionScreen, tenantsScreen } from './screens.ts';

// These specs use the keyboard only, and check that an element always has the focus.
test.use({ tenantCount: 130 });

test('connecting', async ({ launchApp, sandbox }) => {
  const { page } = await launchApp();
  const screen = connectionScreen(page);
  await tabTo(page, screen.baseUrl);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(sandbox.baseUrl);
  await tabTo(page, screen.apiKey);
  await page.keyboard.type(sandbox.apiKey);
  await pressAt(page, screen.connect, 'Enter');
  await expect(tenantsScreen(page).label).toContainText('130 tenants · read in full');
});

test('setting and clearing each filter', async ({ connected }) => {
  const { page, tenants } = connected;
  const clear = async (name: string) => {
    await expect(tenants.chip(name)).toHaveText(new RegExp(`^${name}: `));
    await expect(tenants.chip(name)).toBeFocused();
    await pressAt(page, page.getByRole('button', { name: `Clear filter: ${name}` }), 'Enter');
    await expect(tenants.chip(name)).toHaveText(name);
    await expect(tenants.chip(name)).toBeFocused();
  };
  for (const name of ['Status', 'Method']) {
    await pressAt(page, tenants.chip(name), 'Enter');
    await chooseItem(page, page.getByRole('menu').getByRole('menuitemcheckbox').first());
    await page.keyboard.press('Escape');
    await clear(name);
  }
  await pressAt(page, tenants.chip('Owner'), 'Enter');
  await expect(page.getByRole('searchbox', { name: 'Owner name or ID' })).toBeFocused();
  await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // The menu stays open for further owners.
  await page.keyboard.press('Escape');
  await clear('Owner');
  for (const name of ['Created', 'Updated']) {
    await pressAt(page, tenants.chip(name), 'Enter');
    const popover = page.getByRole('dialog', { name: new RegExp(`^${name}`) });
    await expect(popover.locator(':focus')).toHaveCount(1);
    await pressAt(page, popover.getByRole('button', { name: 'This year' }), 'Enter');
    await page.keyboard.press('Escape');
    await clear(name);
  }
  await page.keyboard.press('ControlOrMeta+F');
  await expect(tenants.search).toBeFocused();
  await page.keyboard.type('cong');
  await pressAt(page, page.getByRole('button', { name: 'Clear search' }), 'Enter');
  await expect(tenants.search).toHaveValue('');
  await expect(tenants.search).toBeFocused();
  await page.keyboard.type('cong');
  await pressAt(page, tenants.moreRefreshes, 'Enter');
  await expect(tenants.refreshThese).toBeVisible();
  await menuHasFocus(page);
  await page.keyboard.press('Escape');
  await pressAt(page, tenants.clearAll, 'Enter');
  await expect(tenants.clearAll).toHaveCount(0);
  await hasKeyboard(page);
});

test('overview, changes, the live list, and a canceled refresh', async ({ connected, sandbox }) => {
  const { page, tenants } = connected;
  await pressAt(page, page.getByRole('button', { name: 'Overview', exact: true }), 'Enter');
  const overview = page.getByRole('region', { name: 'Overview' });
  const part = (name: string) => overview.getByRole('region', { name }).getByRole('button');
  await pressAt(page, part('By status').first(), 'Enter');
  await expect(tenants.chip('Status')).toHaveText(/^Status: /);
  await page.keyboard.press('Enter');
  await expect(tenants.chip('Status')).toHaveText('Status');
  await pressAt(page, part('Owners with the most tenants').first(), 'Enter');
  await expect(tenants.chip('Owner')).toHaveText(/^Owner: /);
  await page.keyboard.press('Enter');
  await pressAt(page, part('New tenants by month').last(), 'Enter');
  await expect(tenants.chip('Created')).toHaveText(/^Created: /);
  await page.keyboard.press('Enter');
  await expect(tenants.chip('Created')).toHaveText('Created');

  const list = tenants.changes.getByRole('radio', { name: 'List' });
  await tabTo(page, list);
  await page.keyboard.press('ArrowRight');
  const baseline = tenants.changesBar.getByRole('button', { name: 'Nothing to compare yet' });
  await pressAt(page, baseline, 'Enter');
  await pressAt(page, page.getByRole('button', { name: 'Last 7 days' }), 'Enter');
  await expect(baseline).toBeFocused();
  await tabTo(page, tenants.changesBar.getByRole('radio', { name: 'All' }));
  await page.keyboard.press('ArrowRight');
  await expect(tenants.changesBar.getByRole('radio', { name: 'New' })).toBeChecked();
  await tabTo(page, tenants.changes.getByRole('radio', { name: 'Nothing to compare yet' }));
  await page.keyboard.press('ArrowLeft');
  await expect(list).toBeChecked();
  await expect(tenants.changesBar).toHaveCount(0);
  await pressAt(page, tenants.live, 'Space');
  await expect(tenants.label).toContainText('Live');
  await page.keyboard.press('Space');
  await expect(tenants.label).toContainText('read in full');

  sandbox.setFaults({ hang: { after: 1 } });
  await pressAt(page, tenants.moreRefreshes, 'Enter');
  await chooseItem(page, tenants.menuItem('Read the whole list'));
  await expect(page.getByText('100 of 130')).toBeVisible();
  await expect(tenants.moreRefreshes).toBeFocused();
  await pressAt(page, tenants.cancel, 'Enter');
  await expect(tenants.refresh).toBeEnabled();
  await tabTo(page, tenants.resumeRefresh);
  sandbox.setFaults({});
  await page.keyboard.press('Enter');
  await expect(tenants.label).toContainText('130 tenants · read in full');
  await hasKeyboard(page);
});

test('an export that is canceled, and one that is shown, opened and dismissed', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, page, tenants } = connected;
  await app.evaluate(({ shell }) => {
    const done: string[] = [];
    Reflect.set(globalThis, 'done', done);
    shell.showItemInFolder = () => void done.push('shown');
    shell.openPath = () => {
      done.push('opened');
      return Promise.resolve('');
    };
  });
  const done = () => app.evaluate((): unknown => Reflect.get(globalThis, 'done'));
  const inPanel = (name: string) =>
    tenants.exportPanel.getByRole('button', { name, exact: true }).first();
  await stubSaveDialog(app, join(folder, 'saved.xlsx'));
  await pressAt(page, tenants.export, 'Enter');
  await expect(tenants.exportDialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await pressAt(page, inPanel('Show in folder'), 'Enter');
  await pressAt(page, inPanel('Open'), 'Enter');
  await expect.poll(done).toEqual(['shown', 'opened']);
  await pressAt(page, inPanel('Close'), 'Enter');
  await expect(tenants.exportPanel).toHaveCount(0);
  await hasKeyboard(page);

  await pressAt(page, tenants.live, 'Space');
  await expect(tenants.label).toContainText('Live');
  await tenants.settled();
  sandbox.setFaults({ hang: { after: 1 } });
  await pressAt(page, tenants.export, 'Enter');
  await expect(tenants.exportDialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(tenants.exportPanel).toContainText('100 rows so far');
  await pressAt(page, inPanel('Cancel'), 'Enter');
  await expect(tenants.exportPanel).toContainText('No file was left behind');
  await hasKeyboard(page);
});

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

  await runFromPalette(page, 'About');
  const about = page.getByRole('dialog', { name: 'About eTelecom Tenants' });
  await pressAt(page, about.locator('summary').first(), 'Enter');
  await expect(about.locator('details[open]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(about).toHaveCount(0);
  await runFromPalette(page, 'Copy diagnostics');
  const diagnostics = page.getByRole('dialog', { name: 'Diagnostics' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await pressAt(page, diagnostics.getByRole('button', { name: 'Copy' }), 'Enter');
  await expect(diagnostics.getByText('Copied')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tenants.settings).toBeFocused();
});
