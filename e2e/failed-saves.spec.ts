import { rm, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from './fixture.ts';
import { chooseInMenu } from './menu.ts';
import { connect, connectionScreen } from './screens.ts';

test.use({ tenantCount: 3 });

test('a failure to mark changes as seen, or to undo that, is shown', async ({
  launchApp,
  sandbox,
  dataFolder,
}) => {
  const { page } = await launchApp();
  const [kept, ...changed] = sandbox.tenants;
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: [kept] } } });
  const tenants = await connect(page, sandbox);
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: [kept, ...changed] } } });
  await tenants.readAll();
  await tenants.openChanges();
  const markSeen = tenants.changesBar.getByRole('button', { name: 'Mark all as seen' });
  await expect(markSeen).toBeEnabled();
  await expect(tenants.refresh).toBeEnabled();
  await tenants.settled();

  // Another program that writes the saved list, such as a backup. It waits while the app writes.
  const other = new DatabaseSync(join(dataFolder, 'tenants.sqlite'), { timeout: 10_000 });
  const failure = tenants.error.filter({ hasText: 'Another program' });
  const waits = { timeout: 15_000 };
  other.exec('BEGIN IMMEDIATE');
  await markSeen.click();
  await expect(failure).toBeVisible(waits);
  other.exec('ROLLBACK');
  await failure.getByRole('button').click();
  await expect(markSeen).toBeEnabled();
  await markSeen.click();
  await expect(markSeen).toBeDisabled();

  other.exec('BEGIN IMMEDIATE');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(failure).toBeVisible(waits);
  other.exec('ROLLBACK');
  other.close();
  await expect(markSeen).toBeDisabled();
});

test('a failure to save a preference is shown without opening the settings', async ({
  launchApp,
  dataFolder,
}) => {
  const app = await launchApp();
  // Earlier, the page does not listen to the menu yet.
  await expect(connectionScreen(app.page).exploreSampleData).toBeVisible();
  const path = join(dataFolder, 'preferences.json');
  // A folder cannot be replaced by a file.
  await rm(path, { force: true });
  await mkdir(join(path, 'folder'), { recursive: true });
  await chooseInMenu(app, 'darkColors');
  await expect(app.page.getByRole('alert')).toContainText(path);
});
