import { join } from 'node:path';
import { stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { connect, connectLive } from './screens.ts';

test.use({ tenantCount: 330 });

test('an export is chosen, started and closed with the keyboard only', async ({
  connected,
  folder,
}) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  const path = join(folder, 'keys.csv');
  await stubSaveDialog(app, path);
  await tenants.export.focus();
  await keyboard.press('Control+E');
  const { exportDialog: dialog } = tenants;
  await expect(dialog.getByRole('radio', { name: /^All saved tenants/ })).toBeFocused();
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(tenants.export).toBeFocused();

  await keyboard.press('Enter');
  const kind = (name: RegExp) => dialog.getByRole('radio', { name });
  await expect(kind(/^All saved tenants/)).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(kind(/^This page/)).toBeChecked();
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  // The ids are hidden in the grid, but not left out of a sheet.
  await expect(kind(/^All$/)).toBeFocused();
  await keyboard.press('Tab');
  await expect(dialog.getByRole('switch', { name: 'Add stars, tags and notes' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('ArrowRight');
  await expect(kind(/^CSV/)).toBeChecked();
  await keyboard.press('Tab');
  await keyboard.press('ArrowRight');
  await expect(kind(/^Semicolon/)).toBeChecked();
  await keyboard.press('Enter');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await expect(tenants.exportPanel).toContainText('330 rows');

  await tenants.export.focus();
  await keyboard.press('Enter');
  // The dialog remembers the last options.
  await expect(kind(/^CSV/)).toBeChecked();
  await expect(kind(/^Semicolon/)).toBeChecked();
});

for (const [language, scheme] of [
  ['en', 'light'],
  ['vi', 'dark'],
] as const) {
  test(`the dialog summarizes the export: ${language}`, async ({ launchApp, sandbox }) => {
    const app = await launchApp({ locale: language === 'vi' ? 'vi-VN' : 'en-US' });
    await app.page.emulateMedia({ colorScheme: scheme });
    if (language === 'vi') {
      await app.page.getByLabel('URL gốc').fill(sandbox.baseUrl);
      await app.page.getByLabel('Khóa API', { exact: true }).fill(sandbox.apiKey);
      await app.page.keyboard.press('Enter');
    } else {
      await connect(app.page, sandbox);
    }
    await app.page
      .getByRole('button', { name: language === 'vi' ? 'Xuất dữ liệu…' : 'Export…' })
      .click();
    const dialog = app.page.getByRole('dialog');
    await expect(dialog).toContainText(
      language === 'vi'
        ? '330 tổng đài, 10 cột, Excel, tiêu đề tiếng Việt, giờ UTC+7'
        : '330 tenants, 10 columns, Excel, headers in English, times in UTC+7',
    );
    await app.screenshot(`export-dialog-${language}-${scheme}`);
    // Unlike the bounding box, these stay the same while the dialog moves into its place.
    const place = () =>
      dialog.evaluate(({ offsetTop, offsetWidth, offsetHeight }: HTMLElement) => [
        offsetTop,
        offsetWidth,
        offsetHeight,
      ]);
    const before = await place();
    await dialog.getByText('CSV', { exact: true }).click();
    await app.screenshot(`export-dialog-csv-${language}-${scheme}`);
    expect(await place()).toEqual(before);
  });
}

test('a saved export disappears after a while, unless the pointer is on it, and a failed one stays', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  const { page } = app;
  const tenants = await connectLive(page, sandbox);
  await page.clock.install();
  await stubSaveDialog(app, join(folder, 'all.xlsx'));
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await tenants.exportPanel.hover();
  await page.clock.fastForward(60_000);
  await expect(tenants.exportPanel).toContainText('Export saved');
  await page.mouse.move(0, 0);
  await page.clock.fastForward(10_000);
  await expect(tenants.exportPanel).toContainText('Export saved');
  await page.clock.fastForward(10_000);
  await expect(tenants.exportPanel).toHaveCount(0);

  sandbox.setFaults({ repeatCursor: { times: 3 } });
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('the same page twice');
  await page.clock.fastForward(60_000);
  await expect(tenants.exportPanel).toContainText('the same page twice');
});
