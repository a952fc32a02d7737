import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright';
import { expect, test } from './fixture.ts';
import { runFromPalette } from './keyboard.ts';
import { tenantsScreen } from './screens.ts';

test.use({ tenantCount: 60 });

/** Pastes a text into a focused input, as the system does. */
async function paste(input: Locator, text: string): Promise<void> {
  await input.focus();
  await input.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const init = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', init));
  }, text);
}

const chip = (page: Page) => tenantsScreen(page).chip('Matching');

test('a pasted column finds its tenants and lists the values that were not found', async ({
  connected,
  sandbox,
}) => {
  const { app, page, tenants } = connected;
  const [first, second] = sandbox.tenants;
  // The first one is repeated, and counts once.
  const column = `${first?.id}\r\n${first?.id}\r\n1108784378745224599\r\n${second?.domain.toUpperCase()}\r\nAi đó\r\n`;
  await paste(tenants.search, column);

  await expect(chip(page)).toHaveAccessibleName('Matching: 2 of 4 found');
  await expect(tenants.summary).toContainText('of 2');
  await expect(tenants.search).toHaveValue('');
  await chip(page).click();
  const list = page.getByRole('dialog', { name: 'Matching' });
  await expect(list).toContainText('1108784378745224599');
  await expect(list).toContainText('Ai đó');
  await expect(list).toContainText('Not found: 2');
  await app.screenshot('matching');
  // By ids only, the domain is not found either.
  await list.getByText('ID', { exact: true }).click();
  await expect(chip(page)).toHaveAccessibleName('Matching: 1 of 4 found');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filter: Matching' }).click();
  await expect(tenants.summary).toContainText('of 60');

  // One value is an ordinary search.
  await paste(tenants.search, 'only one line');
  await expect(chip(page)).toHaveCount(0);
});

test('a file asks for its column, whether it is chosen or dropped', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, page, tenants } = connected;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Khách');
  sheet.addRow(['Ghi chú', 'Tên miền']);
  for (const { domain } of sandbox.tenants.slice(0, 3)) sheet.addRow(['gọi lại', domain]);
  for (const space of ['', ' ']) sheet.addRow(['gọi lại', `nobody.example${space}`]);
  const path = join(folder, 'list.xlsx');
  await workbook.xlsx.writeFile(path);

  await runFromPalette(page, 'Match a list');
  const dialog = page.getByRole('dialog', { name: 'Match a list' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(path);
  await dialog.getByRole('combobox', { name: 'Column' }).click();
  await page.getByRole('option', { name: 'Tên miền' }).click();
  await app.screenshot('match-file');
  await dialog.getByRole('button', { name: 'Match 4 values' }).click();
  await expect(chip(page)).toHaveAccessibleName('Matching: 3 of 4 found');
  await expect(tenants.summary).toContainText('of 3');

  // A file is not accepted while a dialog is open or closing.
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['\u0000\u0001'], 'broken.xlsx'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  await expect(dialog.getByRole('alert')).toContainText('could not be read as a table');
});

test('a pasted list that cannot be matched as it is opens the dialog, which can read a file instead', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { page, tenants } = connected;
  const dialog = page.getByRole('dialog', { name: 'Match a list' });
  const match = dialog.getByRole('button', { name: /^Match / });
  const closeDialog = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };

  // As Excel shows long ids in English and in Vietnamese.
  await paste(tenants.search, '1.10878E+18\r\n1,10878E+18\r\n');
  await expect(dialog.getByRole('alert')).toContainText('2 cells hold long numbers');
  await closeDialog();

  // The first one seems to be a heading.
  await paste(
    tenants.search,
    Array.from({ length: 10_002 }, (_, number) => `x${number}\n`).join(''),
  );
  await expect(dialog.getByRole('alert')).toContainText('Only 10,000 values');
  await expect(match).toBeDisabled();
  await closeDialog();

  await paste(tenants.search, `y\n${'x'.repeat(1_001)}`);
  await expect(dialog.getByRole('alert')).toContainText('1 value is longer than 1,000 characters');
  await expect(match).toBeDisabled();

  const path = join(folder, 'list.txt');
  await writeFile(path, `Domain\n${sandbox.tenants[0]?.domain}\n`);
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(path);
  await expect(dialog.getByRole('combobox', { name: 'Column' })).toHaveValue('Domain');
  await dialog.getByRole('button', { name: 'Match 1 value' }).click();
  await expect(chip(page)).toHaveAccessibleName('Matching: 1 of 1 found');
  await chip(page).click();
  await expect(page.getByRole('dialog', { name: 'Matching' })).toContainText(
    'Every value was found.',
  );
});

test('a file that is dropped on a dialog opens no other one', async ({ connected }) => {
  const { page, tenants } = connected;
  const drop = () =>
    page.evaluate(async () => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a\nb'], 'list.txt'));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('dragover', init));
      document.body.dispatchEvent(new DragEvent('drop', init));
      // A dialog would be shown in the second frame, because its code is loaded.
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    });
  const dialogs = page.getByRole('dialog');
  await drop();
  await expect(dialogs).toHaveAccessibleName('Match a list');
  await page.keyboard.press('Escape');
  await expect(dialogs).toHaveCount(0);

  await tenants.cell(0, 'name').getByRole('button').click();
  await expect(dialogs).toHaveCount(1);
  await drop();
  expect(await page.getByRole('dialog', { name: 'Match a list' }).count()).toBe(0);
});
