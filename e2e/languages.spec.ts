import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { stubSaveDialog } from './app.ts';
import { expect, test } from './fixture.ts';
import { texts } from './screens.ts';

test('Vietnamese names need only the files of the typeface that load before them', async ({
  connected: { page, tenants },
}) => {
  expect((await texts(tenants.column('name'))).join()).toMatch(/[đơư]/);
  const loaded = await page.evaluate(async () => {
    const faces = await document.fonts.ready;
    return [...faces].flatMap(({ status, unicodeRange }) =>
      status === 'unloaded' ? [] : (unicodeRange.split(',')[0] ?? ''),
    );
  });
  expect(loaded).toEqual(expect.arrayContaining(['U+0-FF', 'U+102-103']));
  expect(loaded).not.toContain('U+100-2BA');
});

test('Vietnamese applies at once, to exports too, and is remembered', async ({
  connected,
  launchApp,
  sandbox,
  dataFolder,
}) => {
  const { app: first, tenants } = connected;
  await tenants.settings.click();
  await first.page.getByText('Tiếng Việt').click();
  const settings = first.page.getByRole('dialog', { name: 'Cài đặt' });
  await expect(settings).toBeVisible();
  await expect(settings.getByRole('combobox', { name: 'Thu phóng' })).toContainText('100%');
  await first.screenshot('settings-vi');
  await first.page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(first.page.getByRole('columnheader', { name: 'Tên', exact: true })).toBeVisible();
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'vi');
  for (const status of await texts(tenants.column('status'))) {
    expect(['Mới tạo', 'Đang bật', 'Đã tắt']).toContain(status);
  }
  await first.screenshot('grid-vi');

  const path = join(dataFolder, 'tong-dai.xlsx');
  await stubSaveDialog(first, path);
  await first.page.getByRole('button', { name: 'Xuất dữ liệu…' }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Xuất dữ liệu' });
  await dialog.getByRole('button', { name: 'Xuất', exact: true }).click();
  await expect(first.page.getByText('tong-dai.xlsx')).toBeVisible();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  expect(workbook.worksheets[0]?.name).toBe('Tổng đài');
  expect(workbook.worksheets[0]?.getRow(1).values).toContain('Ngày tạo (UTC+7)');
  await first.close();

  sandbox.setFaults({ status: { status: 501 } });
  const second = await launchApp();
  await second.page.getByRole('switch', { name: 'Từ máy chủ' }).click();
  await expect(second.page.getByRole('alert')).toContainText('Máy chủ gặp lỗi nội bộ');
  await second.screenshot('error-vi');
});

test('the dark theme applies to all screens and after a restart', async ({
  connected,
  launchApp,
}) => {
  const { app: first, tenants } = connected;
  await tenants.settings.click();
  await first.page.getByText('Dark', { exact: true }).click();
  await first.screenshot('settings-dark');
  await first.page.keyboard.press('Escape');
  await first.screenshot('grid-dark');
  await first.close();

  const second = await launchApp();
  const root = second.page.locator('html');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

for (const locale of ['en-US', 'vi-VN']) {
  test(`the mark of a settings section covers the line beside the list, in ${locale}`, async ({
    launchApp,
  }) => {
    const app = await launchApp({ locale });
    const { page } = app;
    await page.getByRole('button', { name: /sample data|dữ liệu mẫu/i }).click();
    await page.getByRole('button', { name: /^(Settings|Cài đặt)$/ }).click();
    const list = page.getByRole('dialog').getByRole('tablist');
    await expect(list).toBeVisible();
    const ends = await list.evaluate((element) =>
      [element, ...element.children].map((each) => each.getBoundingClientRect().right),
    );
    expect(new Set(ends).size).toBe(1);
    await app.screenshot(`settings-sections-${locale}`);
  });
}
