import { join } from 'node:path';
import { stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { chooseItem, hasKeyboard, menuHasFocus, pressAt, tabTo } from './keyboard.ts';
import { connectionScreen, tenantsScreen } from './screens.ts';
import { viewControls } from './views.ts';

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

test('changes are marked as seen, and a view is deleted', async ({ connected, sandbox }) => {
  const { page, tenants } = connected;
  sandbox.setTenants(sandbox.tenants.slice(1));
  await tenants.readAll();
  await expect(tenants.label).toContainText('129 tenants');
  await tenants.openChanges();
  const markSeen = tenants.changesBar.getByRole('button', { name: 'Mark all as seen' });
  await pressAt(page, markSeen, 'Enter');
  await expect(markSeen).toBeDisabled();
  await expect(markSeen).toBeFocused();

  const views = viewControls(page);
  for (const name of ['First', 'Second']) {
    await views.add(name, 'In every account');
    await expect(views.shown).toHaveText(name);
  }
  await pressAt(page, views.menu, 'Enter');
  await chooseItem(page, tenants.menuItem(/^Delete/));
  await expect(views.tab('Second')).toHaveCount(0);
  await expect(views.shown).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+1');
  await tabTo(page, views.tab('First'));
  await page.keyboard.press('Delete');
  await expect(views.tab('First')).toHaveCount(0);
  await expect(views.tabs).toHaveText(['All tenants']);
  await hasKeyboard(page);
});
