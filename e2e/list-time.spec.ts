import type { Sandbox } from '../sandbox/server.ts';
import { addAccount, showAccount } from './add-account.ts';
import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixture.ts';
import { connect } from './screens.ts';

const answer = (...tenants: unknown[]) => ({ answer: { body: { paging: {}, tenants } } });

/** Returns three tenants of the sandbox, with names that no search confuses. */
function three({ tenants }: Sandbox) {
  const [first, second, third] = ['Hoa Lan', 'Hoa Mai', 'Hoa Sen'].flatMap((name, at) => {
    const tenant = tenants[at];
    return tenant ? [{ ...tenant, name }] : [];
  });
  if (!first || !second || !third) throw new Error('The sandbox has too few tenants');
  return [first, second, third] as const;
}

test('a refresh keeps its button in place, and counts down a wait that the server asks for', async ({
  connected,
  sandbox,
}) => {
  const { app, page, tenants } = connected;
  const place = await tenants.refresh.boundingBox();
  sandbox.setFaults({ rateLimit: { retryAfter: 59, times: 1 } });
  const asked = sandbox.requests.length;
  await tenants.refresh.dblclick();
  await expect(
    page.getByText(/^The server asks us to wait; continuing in [1-5]\d s$/),
  ).toBeVisible();
  await expect(tenants.refresh).toBeDisabled();
  expect(await tenants.refresh.boundingBox()).toEqual(place);
  expect(sandbox.requests.length).toBe(asked + 1);
  await app.screenshot('refresh-asked-to-wait');
  await tenants.cancel.click();
  await expect(tenants.refresh).toBeEnabled();
  expect(await tenants.refresh.boundingBox()).toEqual(place);
});

test('the list of a day in the past is marked as such, and can be searched', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const [kept, gone, added] = three(sandbox);
  sandbox.setFaults(answer(kept, gone));
  const tenants = await connect(page, sandbox);
  sandbox.setFaults(answer({ ...kept, name: 'Tên mới' }, added));
  await tenants.readAll();
  await expect(tenants.names).toHaveText(['Tên mới', added.name]);

  // The history begins today, so yesterday's list is the oldest one.
  await page.getByRole('button', { name: 'Show the list as of…' }).click();
  await page.getByRole('button', { name: 'Yesterday' }).click();
  await expect(tenants.names).toHaveText([kept.name, gone.name]);
  await expect(page.getByText('This is the oldest list, as it was today')).toBeVisible();
  await expect(page.locator('footer')).toContainText('As of today');
  await app.screenshot('past');
  await tenants.open(kept.name).press('Enter');
  const drawer = tenants.drawer(kept.name);
  await expect(drawer.getByRole('note')).toContainText('As it was today');
  await drawer.getByRole('button', { name: 'Raw data from the server', exact: true }).click();
  await expect(drawer.getByRole('region', { name: 'Raw data' })).toContainText('Tên mới');
  await app.screenshot('past-details');
  await page.keyboard.press('Escape');
  await tenants.export.click();
  const now = tenants.exportDialog.getByRole('radio', {
    name: /^All saved tenants, as they are now/,
  });
  await expect(now).not.toBeChecked();
  await page.keyboard.press('Escape');
  await tenants.search.fill(gone.name);
  await expect(tenants.names).toHaveText([gone.name]);
  await tenants.clearAll.click();
  await tenants.hasRows(2);

  await page.getByRole('button', { name: 'Show the current list' }).click();
  await expect(tenants.names).toHaveText(['Tên mới', added.name]);
  await expect(tenants.label).toContainText('read in full today');
});

test('unreadable rows are shown as such, and a list that shrank is used only if the user says so', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const [kept, held] = three(sandbox);
  sandbox.setFaults(answer(kept, held));
  const tenants = await connect(page, sandbox);
  const mark = page.getByRole('button', { name: '1 row unreadable' });
  await expect(mark).toHaveCount(0);

  // The row without an id may be the missing tenant.
  sandbox.setFaults(answer(kept, ['not a tenant']));
  await tenants.readAll();
  await mark.click();
  const dialog = page.getByRole('dialog', { name: 'Unreadable rows' });
  await expect(dialog.getByRole('region', { name: 'Row 1' })).toContainText('not a tenant');
  await app.screenshot('unreadable-rows');
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await expect(tenants.names).toHaveText([kept.name, held.name]);
  await tenants.label.click();
  await expect(tenants.proof).toContainText('but 1 row could not be read');
  await app.screenshot('proof-unreadable');
  await page.keyboard.press('Escape');

  sandbox.setFaults(answer());
  await tenants.readAll();
  const banner = tenants.error.filter({ hasText: "The server's list is much shorter" });
  await expect(banner).toContainText('0 instead of 2 tenants');
  await expect(tenants.error).toHaveCount(1);
  await app.screenshot('list-shrank');
  await banner.getByRole('button', { name: 'Keep the old list' }).click();
  await expect(banner).toHaveCount(0);
  await expect(tenants.names).toHaveText([kept.name, held.name]);

  await tenants.readAll();
  await banner.getByRole('button', { name: 'Use the new list' }).click();
  await expect(page.getByText('No tenants yet')).toBeVisible();
  await expect(tenants.error).toHaveCount(0);
});

test('the overview shows growth and accounts, follows the filters and can be copied @clipboard', async ({
  launchApp,
  sandbox,
  otherServer: other,
}) => {
  const app = await launchApp();
  const { page } = app;
  const [kept, gone, added] = three(sandbox);
  sandbox.setFaults(answer(kept, gone));
  const tenants = await connect(page, sandbox);
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  const overview = page.getByRole('region', { name: 'Overview' });
  await overview.getByText('Growth', { exact: true }).click();
  await expect(overview).toContainText('once the list has been refreshed a second time');

  sandbox.setFaults(answer(kept, added));
  await tenants.readAll();
  const numbers = overview.getByRole('definition');
  await expect(numbers).toHaveText(['1', '1', '0']);
  await expect(overview.getByRole('table', { name: 'Growth' }).getByRole('row')).toHaveCount(2);
  await app.screenshot('overview-growth');
  // The new tenant does not match, the gone one did.
  await tenants.search.fill('Mai');
  await expect(numbers).toHaveText(['0', '1', '-1']);
  await overview.getByRole('switch', { name: 'Follow the filters' }).click();
  await expect(numbers).toHaveText(['1', '1', '0']);
  await overview.getByRole('button', { name: 'Copy the overview' }).click();
  await expect(page.getByText('1 row copied')).toBeVisible();
  const { text } = await readClipboard(app);
  expect(text).toMatch(/^Month\t.*\tNew\tGone\tNet\r\n\d{4}-\d\d\t.*\t1\t1\t0$/);

  await addAccount(page, { name: 'Chị Hà', server: other });
  await showAccount(page, /^All accounts/);
  await overview.getByText('Accounts', { exact: true }).click();
  const row = overview.getByRole('row').filter({ hasText: 'All accounts' });
  await expect(row.getByRole('cell').first()).toHaveText('27');
  await app.screenshot('overview-accounts');
  await overview.getByRole('button', { name: 'Chị Hà' }).click();
  await expect(tenants.account).toContainText('Chị Hà');
});
