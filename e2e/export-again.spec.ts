import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stubSaveDialog } from './app.ts';
import { compareSheet } from './compare-sheet.ts';
import { expect, test } from './fixture.ts';
import { menuHasFocus } from './keyboard.ts';
import { tenantsScreen } from './screens.ts';
import { viewControls } from './views.ts';

test.use({ tenantCount: 130 });

test('the last export is repeated with one shortcut, also after a restart', async ({
  connected,
  launchApp,
  sandbox,
  folder,
}) => {
  const { app: first, tenants } = connected;
  await stubSaveDialog(first, join(folder, 'Monday 2026-01-05.xlsx'));
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  // A second dialog would be dismissed.
  await stubSaveDialog(first, null);
  await first.page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(tenants.exportPanel).toContainText(/Monday (?!2026-01-05)[-\d]+\.xlsx/);
  const [, name = ''] = (await readdir(folder)).toSorted();
  expect(name).toMatch(/^Monday \d{4}-\d{2}-\d{2}\.xlsx$/);
  await compareSheet(join(folder, name), sandbox.tenants);
  await first.close();

  const later = await launchApp();
  const again = tenantsScreen(later.page);
  await again.settled();
  await stubSaveDialog(later, join(folder, 'chosen.xlsx'));
  await again.startExport('this page');
  await expect(again.exportPanel).toContainText('Export saved');
  await again.exportPanel.getByRole('button', { name: 'Close' }).click();
  await later.page.getByRole('button', { name: 'More ways to export' }).click();
  await later.page.getByRole('menuitem', { name: 'Recent exports…' }).click();
  const dialog = later.page.getByRole('dialog', { name: 'Recent exports' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    /chosen\.xlsx.*50 rows.*chosen by hand/,
    /Monday .*130 rows/,
    /Monday 2026-01-05\.xlsx.*130 rows/,
  ]);
  await expect(dialog.getByRole('button', { name: 'Export again: chosen.xlsx' })).toBeDisabled();
  await later.screenshot('recent-exports');
  await dialog.getByRole('button', { name: 'Export again: Monday 2026-01-05.xlsx' }).click();
  await expect(again.exportPanel).toContainText(name.replace('.xlsx', ' (2).xlsx'));
  await compareSheet(join(folder, name.replace('.xlsx', ' (2).xlsx')), sandbox.tenants);
});

test('each view repeats its own last export', async ({ connected, folder }) => {
  const { app, page, tenants } = connected;
  const views = viewControls(page);
  const repeat = page.getByRole('menuitem', { name: 'Export again' });
  const openMenu = async () => {
    await page.getByRole('button', { name: 'More ways to export' }).click();
    await menuHasFocus(page);
  };
  await stubSaveDialog(app, join(folder, 'all.xlsx'));
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');

  await views.add('Monday', 'In every account');
  await expect(views.shown).toHaveText('Monday');
  await openMenu();
  await expect(repeat).toBeDisabled();
  await page.keyboard.press('Escape');
  await stubSaveDialog(app, join(folder, 'monday.xlsx'));
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('monday.xlsx');
  await openMenu();
  await expect(repeat).toContainText('monday.xlsx');
  await page.keyboard.press('Escape');

  await views.tab('All tenants').click();
  await openMenu();
  await expect(repeat).toContainText('all.xlsx');
});
