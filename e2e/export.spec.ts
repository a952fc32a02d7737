import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { cancelSaveDialogs, stubSaveDialog } from './app.ts';
import { compareSheet } from './compare-sheet.ts';
import { expect, test } from './fixture.ts';
import { startHangingExport } from './hanging-export.ts';
import { answerQuestions } from './questions.ts';
import { connect, connectLive } from './screens.ts';

test.use({ tenantCount: 330 });

test('this page exports the rows on screen, even without the server', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, tenants } = connected;
  await tenants.showColumn('ID');
  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 51–100');
  const onScreen = new Set(await tenants.texts('id'));
  await sandbox.close();

  const path = join(folder, 'page.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('this page');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await expect(tenants.exportPanel).toContainText('50 rows');
  await compareSheet(
    path,
    sandbox.tenants.filter(({ id }) => onScreen.has(id)),
  );
});

test('this page exports all rows if they are on one page, in their order', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, tenants } = connected;
  await tenants.pageSize('All').click();
  await expect(tenants.summary).toHaveText('330 rows');
  await tenants.export.click();
  await expect(
    tenants.exportDialog.getByRole('radio', { name: /^This page/ }),
  ).toHaveAccessibleName(/330 tenants/);
  await app.page.keyboard.press('Escape');
  const path = join(folder, 'whole.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('this page');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await compareSheet(path, sandbox.tenants);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const names: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => names.push(row.getCell(1).text.trim()));
  expect(names.slice(1, 81)).toEqual((await tenants.texts('name')).slice(0, 80));
});

test('all matching tenants are exported, cell by cell', async ({ launchApp, sandbox, folder }) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  const path = join(folder, 'all.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await expect(tenants.exportPanel).toContainText('330 rows');
  await app.screenshot('export-saved');
  await compareSheet(path, sandbox.tenants);
  expect(await readdir(folder)).toEqual(['all.xlsx']);

  await tenants.filterByName.fill('khách sạn');
  await tenants.settled();
  await expect(tenants.names.first()).toContainText('Khách sạn');
  const hotels = join(folder, 'hotels.xlsx');
  await stubSaveDialog(app, hotels);
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('hotels.xlsx');
  await compareSheet(
    hotels,
    sandbox.tenants.filter(({ name }) => name.normalize().includes('Khách sạn')),
  );
});

test('the sheet is correct after shifted rows and a temporary error', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  sandbox.setFaults({ shiftRows: {}, status: { status: 503, after: 1, times: 1 } });
  const path = join(folder, 'all.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await expect(tenants.exportPanel).toContainText('330 rows');
  await compareSheet(path, sandbox.tenants);
});

test('the save dialog suggests a name with the date, and closing it does nothing', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const lastAsked = await cancelSaveDialogs(app);
  await tenants.startExport('all');
  await expect.poll(lastAsked).toMatch(/etelecom-tenants_127-0-0-1_\d{4}-\d{2}-\d{2}\.xlsx/);
  await expect(tenants.exportPanel).toHaveCount(0);
});

test('a canceled export shows its progress, stops and leaves no file behind', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  await stubSaveDialog(app, join(folder, 'all.xlsx'));
  sandbox.setFaults({ hang: { after: 2 } });
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('200 rows so far');
  await app.screenshot('export-running');
  await tenants.exportPanel.getByRole('button', { name: 'Cancel' }).click();
  await expect(tenants.exportPanel).toContainText('No file was left behind');
  expect(await readdir(folder)).toEqual([]);
});

test('an export says that the server asks to wait', async ({ launchApp, sandbox, folder }) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  await stubSaveDialog(app, join(folder, 'all.xlsx'));
  sandbox.setFaults({ rateLimit: { after: 2, retryAfter: 30, times: 1 } });
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText(
    /The server asks us to wait; continuing in \d+ s/,
  );
  await app.screenshot('export-waiting');
  await tenants.exportPanel.getByRole('button', { name: 'Cancel' }).click();
  await expect(tenants.exportPanel).toContainText('No file was left behind');
});

test('quitting during an export leaves no file behind', async ({ launchApp, sandbox, folder }) => {
  const app = await launchApp();
  await startHangingExport(app, sandbox, folder);
  await answerQuestions(app, 'Cancel export and close');
  await app.close();
  expect(await readdir(folder)).toEqual([]);
});

test('a failed export shows the reason and can be tried again', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  await stubSaveDialog(app, join(folder, 'all.xlsx'));
  sandbox.setFaults({ repeatCursor: { times: 3 } });
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('the same page twice');
  expect(await readdir(folder)).toEqual([]);
  await app.screenshot('export-failed');
  sandbox.setFaults({});
  await tenants.exportPanel.getByRole('button', { name: 'Try again' }).click();
  await expect(tenants.exportPanel).toContainText('Export saved');
  await expect(tenants.exportPanel).toContainText('330 rows');
});

test('a sheet that is open in another program stays unchanged, and the new one is saved next to it', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  test.skip(
    process.platform === 'darwin',
    'macOS can replace a file that another program has opened',
  );
  // Linux and Windows do not allow writing to the file of a running program, just as Windows does not for Excel’s file.
  const path = join(folder, 'open.xlsx');
  await copyFile(process.execPath, path);
  const program = spawn(path, ['-e', 'process.stdin.resume(); console.log("runs")']);
  await once(program.stdout, 'data');
  const app = await launchApp();
  const tenants = await connect(app.page, sandbox);
  await stubSaveDialog(app, path);
  await tenants.startExport('this page');
  await expect(tenants.exportPanel).toContainText('open in another program');
  await app.screenshot('file-in-use');
  expect(await readdir(folder)).toEqual(['open.xlsx']);
  await tenants.exportPanel.getByRole('button', { name: 'Save as “open (2).xlsx”' }).click();
  await expect(tenants.exportPanel).toContainText('Export saved');
  program.kill();
  await once(program, 'exit');
  expect((await readdir(folder)).toSorted()).toEqual(['open (2).xlsx', 'open.xlsx']);
});

test('a saved sheet can be opened and shown in its folder', async ({ connected, folder }) => {
  const { app, tenants } = connected;
  const path = join(folder, 'page.xlsx');
  await stubSaveDialog(app, path);
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (shown) => {
      Reflect.set(globalThis, 'shown', shown);
    };
    shell.openPath = (opened) => {
      Reflect.set(globalThis, 'opened', opened);
      return Promise.resolve('No application is registered');
    };
  });
  await tenants.startExport('this page');
  await tenants.exportPanel.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'shown')))).toBe(path);
  await tenants.exportPanel.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(tenants.exportPanel).toContainText('could not be opened');
  await expect.poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'opened')))).toBe(path);
});

test('exports are written one after another, and a waiting one can be canceled', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  sandbox.setFaults({ hang: { after: 2 } });
  await stubSaveDialog(app, join(folder, 'first.xlsx'));
  await tenants.startExport('all');
  const [first, second, third] = [0, 1, 2].map((place) =>
    tenants.exportPanel.getByRole('article').nth(place),
  );
  if (!first || !second || !third) throw new Error('Three cards were asked for');
  await expect(first).toContainText('200 rows so far');
  await stubSaveDialog(app, join(folder, 'second.xlsx'), join(folder, 'third.xlsx'));
  for (const card of [second, third]) {
    await tenants.startExport('this page');
    await expect(card).toContainText('Export waiting');
  }
  await app.screenshot('export-queue');
  await second.getByRole('button', { name: 'Cancel' }).click();
  await expect(second).toContainText('Export canceled');
  await expect(first).toContainText('200 rows so far');
  await first.getByRole('button', { name: 'Cancel' }).click();
  await expect(third).toContainText('Export saved');
  expect(await readdir(folder)).toEqual(['third.xlsx']);
});
