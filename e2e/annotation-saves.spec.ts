import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { showAccount } from './add-account.ts';
import { expect, test } from './fixture.ts';
import { notice, tenantsScreen } from './screens.ts';

// Both servers have the same tenants.
test.use({ tenantCount: 60, otherTenants: 60 });

/** Opens the file as another program that writes it, such as a backup. It waits while the app writes. */
function openElsewhere(dataFolder: string): DatabaseSync {
  return new DatabaseSync(join(dataFolder, 'annotations.sqlite'), { timeout: 10_000 });
}

test('a note that could not be saved stays, and is saved by trying again', async ({
  connected,
  dataFolder,
}) => {
  const { page, tenants } = connected;
  const open = () => tenants.cell(0, 'name').getByRole('button').click();
  await open();
  const note = page.getByRole('textbox', { name: 'Note' });
  const other = openElsewhere(dataFolder);
  other.exec('BEGIN IMMEDIATE');
  await note.fill('Gọi trước Tết');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await open();
  const failure = tenants.error.filter({ hasText: 'Another program' });
  await expect(failure).toBeVisible({ timeout: 15_000 });
  await expect(note).toHaveValue('Gọi trước Tết');
  other.exec('ROLLBACK');
  other.close();
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(failure).toBeHidden();
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('Gọi trước Tết');
  await page.keyboard.press('Escape');
  await tenants.chip('Marks').click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'With a note' })).toContainText('1');
});

test('tags that could not be saved are not shown at the next tenant, and a notice offers to try again', async ({
  connected,
  dataFolder,
}) => {
  const { page, tenants } = connected;
  const [first = '', second = ''] = await tenants.texts('name');
  await tenants.cell(0, 'name').getByRole('button').click();
  const other = openElsewhere(dataFolder);
  other.exec('BEGIN IMMEDIATE');
  await tenants.drawer(first).getByRole('combobox', { name: 'Tags' }).fill('VIP');
  await page.keyboard.press('Enter');
  await expect(tenants.drawer(first).getByText('VIP', { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  const next = tenants.drawer(second);
  await expect(next.getByRole('combobox', { name: 'Tags' })).toBeVisible();
  await expect(next.getByText('VIP', { exact: true })).toHaveCount(0);
  const failure = notice(page, 'Another program');
  await expect(failure).toBeVisible({ timeout: 15_000 });
  await expect(tenants.error).toHaveCount(0);
  await page.keyboard.press('Escape');
  other.exec('ROLLBACK');
  other.close();
  await failure.getByRole('button', { name: 'Try again' }).click();
  await tenants.chip('Marks').click();
  await page.getByRole('menuitemcheckbox', { name: 'VIP' }).click();
  await expect.poll(() => tenants.texts('name')).toEqual([first]);
});

test('a note is saved if the app is closed while the user types', async ({
  connected,
  launchApp,
}) => {
  const { app, tenants } = connected;
  await tenants.cell(0, 'name').getByRole('button').click();
  await app.page.getByRole('textbox', { name: 'Note' }).fill('Gọi trước Tết');
  // The Chromium host closes its pages without this event.
  await app.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  await app.close();

  const { page } = await launchApp();
  await tenantsScreen(page).cell(0, 'name').getByRole('button').click();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Gọi trước Tết');
});

test('a new notice replaces the one before', async ({ connected }) => {
  const { page, tenants } = connected;
  await tenants.cell(0, 'name').focus();
  await page.keyboard.press('s');
  await expect(notice(page, '1 tenant starred.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+C');
  // Chromium may refuse to copy.
  await expect(notice(page, /copied/)).toBeVisible();
  // By itself, a notice with a button stays for 15 seconds.
  await expect(notice(page, '1 tenant starred.')).toHaveCount(0, { timeout: 4_000 });
});

test('a note that was not saved is not shown at the same tenant of another account', async ({
  connectedToTwo,
  dataFolder,
}) => {
  const { page, tenants } = connectedToTwo;
  const open = () => tenants.cell(0, 'name').getByRole('button').click();
  const note = page.getByRole('textbox', { name: 'Note' });
  using other = openElsewhere(dataFolder);
  other.exec('BEGIN IMMEDIATE');
  await open();
  await note.fill('Gọi trước Tết');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await showAccount(page, /^127/);
  await expect(tenants.account).toContainText('127');
  await open();
  await expect(note).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await showAccount(page, /^Chị Hà/);
  await expect(tenants.account).toContainText('Chị Hà');
  await open();
  await expect(note).toHaveValue('Gọi trước Tết');
});
