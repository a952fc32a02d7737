import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { expect, test } from './fixture.ts';
import { openOptions, runFromPalette } from './keyboard.ts';
import { chooseInMenu } from './menu.ts';
import { connect } from './screens.ts';

test.use({ tenantCount: 60 });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import names, tags and notes' });

/** Opens the dialog from the palette. */
async function openDialog(page: Page): Promise<void> {
  await runFromPalette(page, 'Import names');
  await expect(dialogOf(page).getByRole('button', { name: 'Choose a file…' })).toBeFocused();
}

/** Opens the dialog and chooses a file, with the keyboard. */
async function openFile(page: Page, path: string): Promise<void> {
  // Before the dialog opens: a key that is pressed at once could open the system's dialog.
  const chooser = page.waitForEvent('filechooser');
  await openDialog(page);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(path);
  await expect(dialogOf(page).getByRole('combobox', { name: 'ID or domain' })).toBeFocused();
}

/** Returns the numbers of annotated tenants and of named owners in the database. */
function storedRows(dataFolder: string): unknown {
  const database = new DatabaseSync(join(dataFolder, 'annotations.sqlite'), { readOnly: true });
  try {
    return database
      .prepare(
        'SELECT (SELECT count(*) FROM annotation) AS tenants, (SELECT count(*) FROM owner_name) AS owners',
      )
      .get();
  } finally {
    database.close();
  }
}

test('a file is previewed, imported with the keyboard only, and undone', async ({
  launchApp,
  sandbox,
  dataFolder,
  folder,
}) => {
  const [first, second, third, fourth] = sandbox.tenants;
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Bìa').addRow(['Danh sách khách']);
  const sheet = workbook.addWorksheet('Khách');
  sheet.addRow(['Note', 'Tags', 'Owner name', 'ID']);
  sheet.addRow(['gọi lại', 'VIP; nợ', 'Anh Minh', first?.id]);
  sheet.addRow(['', 'vip', '', second?.domain.toUpperCase()]);
  sheet.addRow(['c'.repeat(4_001), '', '', third?.id]);
  sheet.addRow(['hẹn', '', '', 'nobody.example']);
  // Excel keeps 15 digits of a number.
  sheet.addRow(['hẹn', '', '', Number(fourth?.id)]);
  sheet.addRow(['hẹn', '', '', '']);
  const path = join(folder, 'marks.xlsx');
  await workbook.xlsx.writeFile(path);

  const app = await launchApp();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  await tenants.cell(0, 'name').focus();
  await openFile(page, path);
  const dialog = dialogOf(page);
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Choose at least one column to import.');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();

  await page.keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('combobox', { name: 'Sheet' })).toBeFocused();
  await openOptions(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Sheet' })).toHaveValue('Khách');
  const chosen = { 'ID or domain': 'ID', 'Owner name': 'Owner name', Tags: 'Tags', Note: 'Note' };
  for (const [name, value] of Object.entries(chosen)) {
    await expect(dialog.getByRole('combobox', { name, exact: true })).toHaveValue(value);
  }
  await expect(dialog.getByRole('alert')).toContainText('1 cell');
  for (const text of [
    '1 tenant gets a note.',
    '2 tenants get tags.',
    '1 owner gets a name.',
    '1 row has no ID or domain.',
    '2 values match no tenant:',
    'nobody.example',
    'Note not imported, because it has more than 4,000 characters:',
    third?.id ?? '',
  ]) {
    await expect(preview).toContainText(text);
  }
  await app.screenshot('import');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(tenants.cell(0, 'name')).toBeFocused();
  expect(storedRows(dataFolder)).toEqual({ tenants: 0, owners: 0 });

  await openFile(page, path);
  await page.keyboard.press('Shift+Tab');
  await openOptions(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // Chooses no column for the notes, and then their column again.
  await dialog.getByRole('combobox', { name: 'Note', exact: true }).focus();
  await openOptions(page);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(preview).not.toContainText('1 tenant gets a note.');
  await openOptions(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Note', exact: true })).toHaveValue('Note');
  await expect(preview).toContainText('1 tenant gets a note.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'Imported: note of 1 tenant, tags of 2 tenants, name of 1 owner.' });
  await expect(notice).toBeVisible();
  expect(storedRows(dataFolder)).toEqual({ tenants: 2, owners: 1 });
  await tenants.search.fill('goi lai');
  await expect.poll(() => tenants.texts('name')).toEqual([first?.name]);

  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(notice).toBeHidden();
  await expect.poll(() => storedRows(dataFolder)).toEqual({ tenants: 0, owners: 0 });
});

test('a file that is dropped on the dialog is read, and another can be chosen', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const { page } = app;
  const tenants = await connect(page, sandbox);
  await page.getByRole('button', { name: 'More ways to export' }).click();
  await tenants.menuItem('Import names, tags and notes…').click();
  const dialog = dialogOf(page);
  const drop = (name: string, content: string) =>
    dialog.getByRole('button', { name: 'Choose a file…' }).evaluate(
      (button, file) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([file.content], file.name));
        button.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
      },
      { name, content },
    );
  await drop('broken.xlsx', '\u0000\u0001');
  await expect(dialog.getByRole('alert')).toContainText('could not be read as a table');
  await drop('notes.csv', `Tên miền,Ghi chú\n${sandbox.tenants[0]?.domain},gọi lại\n`);
  await expect(dialog.getByRole('alert')).toBeHidden();
  await expect(dialog.getByRole('combobox', { name: 'ID or domain' })).toHaveValue('Tên miền');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('1 tenant gets a note.');
  // The preview follows the new file.
  await drop('notes.csv', 'Tên miền,Ghi chú\nnobody.example,gọi lại\n');
  await expect(preview).toContainText('Nothing to import.');
  await expect(preview).toContainText('nobody.example');

  await chooseInMenu(app, 'vietnamese');
  const translated = page.getByRole('dialog', { name: 'Nhập tên, nhãn và ghi chú' });
  await expect(translated).toContainText('1 giá trị không khớp với tổng đài nào:');
});
