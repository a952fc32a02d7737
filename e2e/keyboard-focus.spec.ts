import { expect, test } from './fixture.ts';
import { chooseItem, hasKeyboard, pressAt, tabTo } from './keyboard.ts';
import { viewControls } from './views.ts';

// Like keyboard-list.spec.ts: what the keyboard does must not leave the focus on the body.
test.use({ tenantCount: 130 });

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
