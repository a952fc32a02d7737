import { join } from 'node:path';
import type { Locator } from 'playwright';
import { generateTenants } from '../sandbox/generate.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { addAccount, showAccount } from './add-account.ts';
import { stubSaveDialog } from './app.ts';
import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixture.ts';
import { connect, tenantsScreen } from './screens.ts';

const answer = (...tenants: unknown[]) => ({ answer: { body: { paging: {}, tenants } } });

/** Returns four tenants of the sandbox, all enabled and with names of one line. */
function four({ tenants }: Sandbox) {
  const [first, second, third, fourth] = tenants.map((tenant) => ({
    ...tenant,
    name: tenant.name.trim(),
    status: 'P',
  }));
  if (!first || !second || !third || !fourth) throw new Error('The sandbox has too few tenants');
  return [first, second, third, fourth] as const;
}

/** Reads the whole list again. Only that finds tenants that are gone. */
async function refresh(tenants: ReturnType<typeof tenantsScreen>) {
  await tenants.readAll();
  await expect(tenants.refresh).toBeEnabled();
  await tenants.settled();
}

const count = (control: Locator) => control.locator('label').last();

test('the changes since the last look stay until they were looked at @clipboard', async ({
  launchApp,
  sandbox,
}) => {
  const first = await launchApp();
  const { page } = first;
  const [disabled, kept, gone, added] = four(sandbox);
  sandbox.setFaults(answer(disabled, kept, gone));
  const tenants = await connect(page, sandbox);
  await expect(count(tenants.changes)).toHaveText('Nothing to compare yet');
  await tenants.openChanges();
  await expect(page.getByText('The list has been read only once.')).toBeVisible();
  await first.screenshot('changes-nothing-to-compare');
  await page.getByRole('button', { name: 'Show all tenants' }).click();
  await tenants.hasRows(3);

  sandbox.setFaults(answer({ ...disabled, status: 'N', name: 'Tên mới' }, kept, added));
  await refresh(tenants);
  await expect(count(tenants.changes)).toHaveText(/^Changes since today \d\d:\d\d 3$/);
  // A refresh without changes does not hide them.
  await refresh(tenants);
  await expect(count(tenants.changes)).toHaveText(/ 3$/);

  await tenants.openChanges();
  await tenants.hasRows(3);
  const changeOf = (name: string) =>
    tenants.table.getByRole('row').filter({ hasText: name }).locator('[data-column="whatChanged"]');
  await expect(changeOf('Tên mới')).toHaveText(
    `Status: Enabled → Disabled; Name: ${disabled.name} → Tên mới`,
  );
  await expect(changeOf(added.name)).toHaveText('New tenant');
  await expect(changeOf(gone.name)).toHaveText('No longer on the server');
  await expect(tenants.names.filter({ hasText: gone.name }).getByRole('img')).toHaveAccessibleName(
    'No longer on the server',
  );
  await expect(tenants.header('Found')).toBeVisible();
  await first.screenshot('changes');

  // What is copied says what has changed.
  await changeOf('Tên mới').focus();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(page.getByText('1 row copied')).toBeVisible();
  expect((await readClipboard(first)).text).toContain('Status: Enabled → Disabled');

  for (const [label, name] of [
    ['New 1', added.name],
    ['Gone 1', gone.name],
    ['Changed 1', 'Tên mới'],
  ] as const) {
    await tenants.changesBar.getByText(label).click();
    await expect(tenants.names).toHaveText([name]);
  }
  await tenants.open('Tên mới').press('Enter');
  const drawer = tenants.drawer('Tên mới');
  await expect(drawer.getByRole('insertion').filter({ hasText: 'Tên mới' })).toBeVisible();
  // What has changed comes right after the fields.
  await expect(drawer.getByRole('heading', { level: 3 }).first()).toHaveText('History');
  await drawer.getByRole('button', { name: 'Raw data from the server', exact: true }).click();
  await expect(drawer.getByRole('region', { name: 'Raw data from the server' })).toContainText(
    `"id": "${disabled.id}"`,
  );
  await first.screenshot('details');
  await page.keyboard.press('Escape');
  await expect(page.locator('tbody th:focus')).toContainText('Tên mới');

  // Leaving the view marks what it has shown as seen. That can be undone.
  await tenants.closeChanges();
  await expect(page.getByText('3 changes marked as seen.')).toBeVisible();
  await expect(count(tenants.changes)).toHaveText(/ 0$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(count(tenants.changes)).toHaveText(/ 3$/);
  await first.close();

  const second = await launchApp();
  const again = tenantsScreen(second.page);
  await expect(count(again.changes)).toHaveText(/ 3$/);
  await again.openChanges();
  // The whole list has three rows as well.
  await expect(again.names.filter({ hasText: gone.name })).toBeVisible();
  await again.showsChanges(3);
  // Quitting is leaving, too.
  await second.close();

  const third = await launchApp();
  const last = tenantsScreen(third.page);
  await expect(count(last.changes)).toHaveText(/^Changes since today \d\d:\d\d 0$/);
  await last.openChanges();
  await expect(third.page.getByText('No changes', { exact: true })).toBeVisible();
  await last.changesBar.getByRole('button', { name: /^Changes since/ }).click();
  await third.page.getByRole('button', { name: 'Last 7 days' }).click();
  await last.hasRows(3);
});

test('changes are filtered by the field that changed, sorted, marked as seen and exported', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page, screenshot } = app;
  const [a, b, c, d] = four(sandbox);
  sandbox.setFaults(answer(a, b, c));
  const tenants = await connect(page, sandbox);
  sandbox.setFaults(answer({ ...a, status: 'N' }, { ...b, status: 'Z' }, c));
  await refresh(tenants);
  sandbox.setFaults(answer({ ...a, status: 'N' }, { ...b, status: 'Z', name: 'Bê' }, d));
  await refresh(tenants);

  await tenants.openChanges();
  await expect(tenants.changesBar.getByText('All 4')).toBeVisible();
  // The newest changes come first.
  await expect(tenants.names.last()).toHaveText(a.name);
  await expect(tenants.header('Found')).toHaveAttribute('aria-sort', 'descending');
  await tenants.sortBy('Found').click();
  await expect(tenants.header('Found')).toHaveAttribute('aria-sort', 'ascending');
  await expect(tenants.names.first()).toHaveText(a.name);

  await tenants.changesBar.getByRole('button', { name: 'What changed' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Status → Disabled' }).click();
  await expect(tenants.names).toHaveText([a.name]);
  await expect(tenants.changesBar.getByRole('radio', { name: 'Changed 2' })).toBeChecked();
  await screenshot('changes-filtered');
  await tenants.changesBar.getByRole('button', { name: 'Clear filter: What changed' }).click();
  await tenants.hasRows(2);

  await tenants.changesBar.getByText('Gone 1').click();
  await tenants.open(c.name).press('Enter');
  await expect(tenants.drawer(c.name).getByRole('note')).toContainText('No longer on the server');
  await page.keyboard.press('Escape');

  await tenants.export.click();
  await expect(
    tenants.exportDialog.getByRole('radio', { name: /^Changes since today .* 1 tenant$/ }),
  ).toBeChecked();
  await page.keyboard.press('Escape');

  const baseline = tenants.changesBar.getByRole('button', { name: /^Changes since/ });
  const lastExport = page.getByRole('button', { name: 'Since the last export' });
  await baseline.click();
  await expect(lastExport).toBeDisabled();
  await expect(lastExport).toContainText('Not exported yet');
  await screenshot('changes-baselines');
  await page.keyboard.press('Escape');
  await stubSaveDialog(app, join(app.dataFolder, 'list.xlsx'));
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await tenants.exportPanel.getByRole('button', { name: 'Close' }).click();
  await baseline.click();
  await expect(lastExport).toBeEnabled();
  await page.getByRole('button', { name: 'Since the last refresh' }).click();
  await expect(tenants.changesBar.getByText('All 3')).toBeVisible();
  await tenants.changesBar.getByText('All 3').click();
  await expect(tenants.table).toContainText('Name:');
  await expect(tenants.table).not.toContainText('Status:');

  await tenants.changesBar.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(page.getByText('4 changes marked as seen.')).toBeVisible();
  await expect(tenants.changesBar.getByRole('button', { name: 'Mark all as seen' })).toBeDisabled();
});

test.describe('with two accounts', () => {
  test.use({ otherTenants: [generateTenants({ count: 5, seed: 9 }), { scope: 'test' }] });

  test('the switcher counts unseen changes, and all accounts show theirs as one', async ({
    launchApp,
    sandbox,
    otherServer: other,
  }) => {
    const { page, screenshot } = await launchApp();
    const [first, second, third] = four(sandbox);
    sandbox.setFaults(answer(first, second));
    const tenants = await connect(page, sandbox);
    await addAccount(page, { name: 'Chị Hà', server: other });
    await showAccount(page, /^127/);
    sandbox.setFaults(answer(first, second, third));
    await refresh(tenants);
    await expect(count(tenants.changes)).toHaveText(/ 1$/);

    await showAccount(page, /^Chị Hà/);
    await expect(count(tenants.changes)).toHaveText('Nothing to compare yet');
    await expect(tenants.account.getByTitle('1 unseen change in other accounts')).toBeVisible();
    await tenants.account.click();
    await expect(page.getByRole('menuitemradio', { name: /^127.*1 unseen change/ })).toBeVisible();
    await screenshot('unseen-changes');
    await page.getByRole('menuitemradio', { name: 'All accounts' }).click();
    await expect(count(tenants.changes)).toHaveText(/ 1$/);
    await tenants.openChanges();
    await expect(tenants.names).toHaveText([third.name]);
    await expect(tenants.cell(0, 'account')).toHaveText('127.0.0.1');
    await expect(tenants.cell(0, 'whatChanged')).toHaveText('New tenant');
    await tenants.showsChanges(1);
    await tenants.closeChanges();
    await expect(page.getByText('1 change marked as seen.')).toBeVisible();
    await tenants.account.click();
    await expect(page.getByRole('menu')).not.toContainText('unseen');
  });
});
