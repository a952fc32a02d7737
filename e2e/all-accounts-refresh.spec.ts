import { addDialog, showAccount } from './add-account.ts';
import { expect, test } from './fixture.ts';

test('all accounts are refreshed one after another, even if one fails', async ({
  connectedToTwo,
  sandbox,
  otherServer: other,
}) => {
  const { app, page, tenants } = connectedToTwo;
  await showAccount(page, /^All accounts/);
  await expect(tenants.summary).toHaveText(/of 85$/);

  // The first account's refresh hangs. Its name stays visible, and Cancel cancels all refreshes.
  const asked = other.requests.length;
  sandbox.setFaults({ hang: {} });
  await tenants.refresh.click();
  await expect(page.getByText('1 of 2: 127.0.0.1')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Refreshing…' })).toBeAttached();
  await app.screenshot('all-accounts-refreshing');
  await tenants.cancel.click();
  await expect(tenants.refresh).toBeEnabled();
  expect(other.requests.length).toBe(asked);
  await expect(tenants.error).toHaveCount(0);

  // The first account fails, and the second one is still refreshed.
  sandbox.setFaults({ status: { status: 401 } });
  await page.keyboard.press('F5');
  const banner = tenants.error.filter({ hasText: '1 account could not be refreshed.' });
  await expect(banner).toContainText('127.0.0.1: The server does not accept this API key.');
  expect(other.requests.length).toBeGreaterThan(asked);
  await app.screenshot('all-accounts-failed');
  sandbox.setFaults({});
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('List refreshed.')).toBeAttached();
  await expect(banner).toHaveCount(0);

  sandbox.setFaults({ status: { status: 401 } });
  await tenants.refresh.click();
  await banner.getByRole('button', { name: '127.0.0.1' }).click();
  await expect(tenants.account).toHaveText('127.0.0.1');
  await expect(page.getByText('The server does not accept this API key.').first()).toBeVisible();
  // Another try with the same key fails, too.
  await expect(tenants.error.getByRole('button')).toHaveText(['Open settings', 'Try again', '']);
  await app.screenshot('wrong-key-banner');
});

test('all accounts are refreshed automatically if their lists are old', async ({
  connectedToTwo,
  sandbox,
  otherServer: other,
}) => {
  const { page, tenants } = connectedToTwo;
  await showAccount(page, /^All accounts/);
  await expect(tenants.summary).toHaveText(/of 85$/);
  const counts = () => [sandbox.requests.length, other.requests.length];
  const before = counts();
  await page.reload();
  await expect(tenants.summary).toHaveText(/of 85$/);
  expect(counts()).toEqual(before);
  await page.clock.setFixedTime(Date.now() + 20 * 60_000);
  await page.reload();
  await expect(page.getByText('List refreshed.')).toBeAttached();
  for (const [at, count] of counts().entries()) expect(count).toBeGreaterThan(before[at] ?? 0);
});

test('an account whose server is unreachable does not make the list of all accounts offline', async ({
  connectedToTwo,
  otherServer: other,
}) => {
  const { app, page, tenants } = connectedToTwo;
  await showAccount(page, /^All accounts/);
  await expect(tenants.summary).toHaveText(/of 85$/);
  await other.close();
  await tenants.refresh.click();
  const banner = tenants.error.filter({ hasText: '1 account could not be refreshed.' });
  await expect(banner).toContainText('Chị Hà: The server cannot be reached.', { timeout: 60_000 });
  const footer = page.locator('footer');
  await expect(footer).not.toContainText('offline');
  await banner.getByRole('button', { name: 'Dismiss' }).click();
  await expect(banner).toHaveCount(0);
  // Without the banner, the footer and the overview still say so.
  await expect(footer).toContainText('1 account not refreshed');
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  const overview = page.getByRole('region', { name: 'Overview' });
  await overview.getByText('Accounts', { exact: true }).click();
  await expect(overview.getByRole('row', { name: /Chị Hà/ })).toContainText('Not refreshed');
  await expect(overview.getByRole('row', { name: /127/ })).not.toContainText('Not refreshed');
  await app.screenshot('all-accounts-not-refreshed');
  await showAccount(page, /^Chị Hà/);
  await expect(footer).toContainText('offline');
  await expect(footer).not.toContainText('not refreshed');
});

test('an account without a saved list is reported, and the others do not count as partial', async ({
  connected,
  otherServer: other,
}) => {
  const { app, page, tenants } = connected;
  other.setFaults({ status: { status: 501, after: 1 } });
  await tenants.account.click();
  await page.getByRole('menuitem', { name: 'Add account' }).click();
  const dialog = addDialog(page);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(other.baseUrl);
  await dialog.getByLabel('API key', { exact: true }).fill(other.apiKey);
  await dialog.getByRole('button', { name: 'Test and connect' }).click();
  await expect(tenants.error.first()).toBeVisible({ timeout: 30_000 });

  await showAccount(page, /^All accounts/);
  const footer = page.locator('footer');
  await expect(footer).toContainText('60 tenants · 1 of 2 accounts complete · read in full');
  await expect(footer).not.toContainText('so far');
  await app.screenshot('all-accounts-one-missing');
  other.setFaults({});
  await tenants.refresh.click();
  await expect(footer).toContainText('85 tenants · read in full');

  // The account column can be sorted and hidden like any other column.
  await tenants.header('Account').click({ button: 'right' });
  await expect(tenants.menuItem(/^Sort/)).toHaveCount(2);
  await app.screenshot('all-accounts-column-menu');
  await tenants.menuItem('Hide column').click();
  await expect(tenants.header('Account')).toHaveCount(0);
  await tenants.columns.click();
  await page.getByRole('menuitemcheckbox', { name: 'Account' }).click();
  await expect(tenants.header('Account')).toBeVisible();
});
