import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stubOpenDialog, stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { runFromPalette } from './keyboard.ts';
import { connect, notice } from './screens.ts';
import { viewControls } from './views.ts';

test('the data of the user is backed up and restored, with the keyboard only', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  const { page } = app;
  const { keyboard } = page;
  const tenants = await connect(page, sandbox);
  const views = viewControls(page);
  const path = join(folder, 'backup.json');
  const star = tenants.cell(0, 'select').getByRole('button', { name: 'Star' });

  await tenants.cell(0, 'name').focus();
  await keyboard.press('s');
  await keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Note' }).fill('Gọi trước Tết');
  await keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeHidden();
  await views.add('Monday', 'Only in this account');
  await expect(views.shown).toHaveText('Monday');

  // From the settings.
  await stubSaveDialog(app, path);
  await keyboard.press('ControlOrMeta+Comma');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const firstTab = settings.getByRole('tab', { name: 'Language and appearance' });
  await firstTab.focus();
  await keyboard.press('ArrowUp');
  await expect(settings.getByRole('tab', { name: 'Updates' })).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(settings.getByRole('tab', { name: 'Your data' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(settings.getByRole('button', { name: 'Back up…' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(notice(page, 'Saved: backup.json')).toBeVisible();
  await expect(settings).toBeHidden();
  const file = await readFile(path);
  expect(file.includes('Gọi trước Tết')).toBe(true);
  // The key is in the keychain.
  for (const part of [sandbox.apiKey, ...sandbox.apiKey.split(':').slice(1)])
    expect(file.includes(part)).toBe(false);

  await tenants.cell(0, 'name').focus();
  await keyboard.press('s');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  const colors = page.locator('html');
  await runFromPalette(page, 'Use dark theme');
  await expect(colors).toHaveAttribute('data-mantine-color-scheme', 'dark');

  await stubOpenDialog(app, path);
  await tenants.cell(0, 'name').focus();
  await runFromPalette(page, 'Restore…');
  const dialog = page.getByRole('dialog', { name: 'Restore' });
  await expect(dialog).toContainText('1 star · 1 note · 1 view');
  const account = dialog.getByRole('combobox');
  await expect(account).toBeFocused();
  await expect(account.locator('option:checked')).toContainText('127.0.0.1');
  const restore = dialog.getByRole('button', { name: 'Restore', exact: true });
  await account.selectOption('Do not restore');
  await expect(restore).toBeDisabled();
  await account.selectOption({ index: 1 });
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(dialog.getByRole('checkbox')).toBeChecked();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(restore).toBeFocused();
  await keyboard.press('Enter');
  await expect(notice(page, 'Restored.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(views.tab('Monday')).toBeVisible();
  await expect(colors).toHaveAttribute('data-mantine-color-scheme', 'light');
  // The screen was drawn again, and the list has the focus.
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);

  const undo = notice(page, 'Restored.').getByRole('button', { name: 'Undo' });
  await undo.focus();
  await keyboard.press('Enter');
  await expect(undo).toBeHidden();
  await expect(colors).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);
});

test('a file that is not restored says why, and another one can be chosen', async ({
  launchApp,
  sandbox,
  dataFolder,
}) => {
  const app = await launchApp();
  const { page } = app;
  await connect(page, sandbox);
  await stubOpenDialog(app, join(dataFolder, 'accounts.json'));
  await runFromPalette(page, 'Restore…');
  const dialog = page.getByRole('dialog', { name: 'Restore' });
  await expect(dialog).toContainText('This file could not be read as a backup file.');
  const another = dialog.getByRole('button', { name: 'Choose another file…' });
  await expect(another).toBeFocused();
  const path = join(dataFolder, 'backup.json');
  await stubSaveDialog(app, path);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await runFromPalette(page, 'Back up…');
  await expect(notice(page, 'Saved')).toBeVisible();
  await runFromPalette(page, 'Restore…');
  await expect(another).toBeFocused();
  await stubOpenDialog(app, path);
  await another.click();
  await expect(dialog).toContainText('Nothing of your own');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
