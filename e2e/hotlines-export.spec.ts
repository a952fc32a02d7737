import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Sandbox } from '../sandbox/server.ts';
import type { SandboxHotline } from '../sandbox/wire.ts';
import { cancelSaveDialogs, stubSaveDialog, type App } from './app.ts';
import { expect, test } from './fixture.ts';
import { showHotlines, tenantsScreen } from './screens.ts';

test.use({ tenantCount: 90, hotlineCount: 80 });

const statuses = { Z: 'Newly created', P: 'Enabled', N: 'Disabled' };
const methods = { unknown: 'Unknown', builtin: 'Built-in', direct: 'Direct' };

/** Returns a time as the sheet has it: in UTC+7, to the second. */
const sheetTime = (sent: string) =>
  new Date(Date.parse(sent.replace(/\.\d+/, '')) + 7 * 3_600_000).toISOString();

/** Returns the cells that a sheet of hotlines must have, by their headers. */
const cellsOf = (hotline: SandboxHotline) => ({
  Name: hotline.name,
  Hotline: hotline.hotline,
  Status: statuses[hotline.status],
  'Status code': hotline.status,
  Network: hotline.network,
  'Owner ID': hotline.owner_id,
  'Created (UTC+7)': sheetTime(hotline.created_at),
  'Updated (UTC+7)': sheetTime(hotline.updated_at),
  Method: methods[hotline.connection_method],
  'Free of charge': hotline.is_free_charge ? 'Yes' : 'No',
  Description: hotline.description === '' ? null : hotline.description,
  'Connection ID': hotline.connection_id,
  ID: hotline.id,
});

async function readWorkbook(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/** Returns the rows of a sheet as objects with its headers. A number stays a number, a time is in the form of ISO 8601. */
function rowsOf(sheet: ExcelJS.Worksheet | undefined): Record<string, unknown>[] {
  if (sheet === undefined) throw new Error('The workbook lacks a sheet');
  const headers = Array.from(
    { length: sheet.columnCount },
    (_, at) => sheet.getCell(1, at + 1).text,
  );
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) =>
    Object.fromEntries(
      headers.map((header, at) => {
        const { value } = sheet.getCell(row + 2, at + 1);
        return [header, value instanceof Date ? value.toISOString() : value];
      }),
    ),
  );
}

const byNumber = (rows: readonly Record<string, unknown>[]) =>
  rows.toSorted((left, right) => (String(left.Hotline) < String(right.Hotline) ? -1 : 1));

/** Returns the numbers of an owner, sorted. */
const numbersOf = ({ hotlines = [] }: Sandbox, ownerId: string) =>
  hotlines
    .filter(({ owner_id }) => owner_id === ownerId)
    .map(({ hotline }) => hotline)
    .toSorted();

/** Saves the dialog's choices to a file and waits for the end. */
async function exportTo(app: App, path: string, rows: string): Promise<void> {
  const tenants = tenantsScreen(app.page);
  await stubSaveDialog(app, path);
  await tenants.exportDialog.getByRole('button', { name: 'Export', exact: true }).click();
  const card = tenants.exportPanel.getByRole('article').last();
  await expect(card).toContainText('Export saved');
  await expect(card).toContainText(rows);
}

test('the details of a tenant list the hotlines of its owner', async ({ connected, sandbox }) => {
  const { app, page, tenants } = connected;
  const counts = sandbox.tenants.map((tenant) => ({
    tenant,
    numbers: numbersOf(sandbox, tenant.owner_id),
  }));
  const most = counts.toSorted((left, right) => right.numbers.length - left.numbers.length)[0];
  const none = counts.find(({ numbers }) => numbers.length === 0);
  if (!most || !none) throw new Error('The sandbox has too few owners');
  expect(most.numbers.length).toBeGreaterThan(2);
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Hotlines of this owner' }) })
    .last();
  await tenants.search.fill(most.tenant.id);
  await tenants.hasRows(1);
  await tenants.names.getByRole('button').click();
  const numbers = section.getByText(/^\d+$/);
  await expect(numbers).toHaveCount(most.numbers.length);
  expect((await numbers.allInnerTexts()).toSorted()).toEqual(most.numbers);
  for (const { hotline, name } of sandbox.hotlines ?? []) {
    if (!most.numbers.includes(hotline)) continue;
    await expect(section.getByText(`${hotline} ${name}`)).toBeVisible();
  }
  // The API does not tell which tenant a hotline belongs to.
  await expect(page.getByRole('dialog')).not.toContainText(/hotlines? of this tenant/i);
  await section.scrollIntoViewIfNeeded();
  await app.screenshot('hotlines-of-owner');

  // A link opens the hotline, whose details have a link back.
  const [number = ''] = most.numbers;
  const sent = sandbox.hotlines?.find(({ hotline }) => hotline === number);
  await section.getByRole('button', { name: number }).click();
  const details = page.getByRole('dialog', { name: sent?.name.trim() ?? '', exact: true });
  await expect(details.getByText(sent?.id ?? '', { exact: true })).toBeVisible();
  await expect(details.getByText('No changes since this hotline was first saved.')).toBeVisible();
  await expect(details.getByText('Tags')).toHaveCount(0);
  const back = details.getByRole('button', { name: most.tenant.name.trim(), exact: true }).first();
  await back.scrollIntoViewIfNeeded();
  await app.screenshot('tenants-of-owner');
  await back.click();
  await expect(page.getByRole('dialog', { name: most.tenant.name.trim() })).toBeVisible();
  await expect(section.getByText(/^\d+$/)).toHaveCount(most.numbers.length);
  await page.keyboard.press('Escape');

  await tenants.search.fill(none.tenant.id);
  await expect(tenants.names).toHaveText([none.tenant.name]);
  await tenants.names.getByRole('button').click();
  await expect(page.getByText('No changes since this tenant was first saved.')).toBeVisible();
  await expect(section).toHaveCount(0);
});

test('a column of the tenants has the numbers of the owner, and the export has it and a sheet of all hotlines', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, page, tenants } = connected;
  await tenants.showColumn('ID');
  await tenants.showColumn('Hotlines of the owner');
  await tenants.pageSize(100).click();
  await tenants.hasRows(90);
  const ownerOf = new Map(sandbox.tenants.map(({ id, owner_id }) => [id, owner_id]));
  const expected = (id: unknown) => numbersOf(sandbox, ownerOf.get(String(id)) ?? '');
  const toNumbers = (text: unknown) => String(text).split(', ').toSorted();
  const ids = await tenants.texts('id');
  const cells = await tenants.texts('hotlines');
  expect(cells.map((cell) => (cell === '—' ? [] : toNumbers(cell)))).toEqual(ids.map(expected));
  await app.screenshot('hotlines-column');

  await tenants.export.click();
  const withHotlines = tenants.exportDialog.getByRole('switch', {
    name: 'Add a sheet with all hotlines',
  });
  await expect(withHotlines).not.toBeChecked();
  await withHotlines.click();
  await app.screenshot('hotlines-export-dialog');
  const path = join(folder, 'tenants.xlsx');
  await exportTo(app, path, '90 rows');
  const workbook = await readWorkbook(path);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tenants', 'Hotlines', 'Info']);
  const rows = rowsOf(workbook.getWorksheet('Tenants'));
  expect(rows).toHaveLength(90);
  for (const { ID: id, 'Hotlines of the owner': numbers } of rows) {
    expect(numbers === null ? [] : toNumbers(numbers), String(id)).toEqual(expected(id));
  }
  const hotlines = rowsOf(workbook.getWorksheet('Hotlines'));
  expect(byNumber(hotlines)).toEqual(byNumber((sandbox.hotlines ?? []).map(cellsOf)));
  expect(hotlines.some(({ Hotline: number }) => String(number).startsWith('0'))).toBe(true);

  // The choice is remembered.
  await tenants.export.click();
  await expect(withHotlines).toBeChecked();
  await page.keyboard.press('Escape');
});

test('the tab of hotlines is exported as a workbook of hotlines, all of them or the chosen ones', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, page, tenants } = connected;
  const hotlines = await showHotlines(page);
  const lastAsked = await cancelSaveDialogs(app);
  await tenants.startExport('all');
  await expect.poll(lastAsked).toMatch(/etelecom-hotlines_127-0-0-1_\d{4}-\d{2}-\d{2}\.xlsx/);

  await tenants.export.click();
  await expect(
    tenants.exportDialog.getByRole('radio', { name: /^All saved hotlines.*80 hotlines/ }),
  ).toBeChecked();
  await expect(tenants.exportDialog).not.toContainText('Add a sheet with all hotlines');
  await tenants.exportDialog.getByText('All', { exact: true }).click();
  await app.screenshot('hotlines-export-tab');
  const path = join(folder, 'hotlines.xlsx');
  await exportTo(app, path, '80 rows');
  const workbook = await readWorkbook(path);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Hotlines', 'Info']);
  expect(byNumber(rowsOf(workbook.getWorksheet('Hotlines')))).toEqual(
    byNumber((sandbox.hotlines ?? []).map(cellsOf)),
  );
  const info = workbook.getWorksheet('Info')?.getSheetValues().flat();
  expect(info).toContain('Complete: the list was read to the end');

  await hotlines.cell(0, 'select').click();
  await hotlines.cell(2, 'select').click();
  await expect(hotlines.selected).toHaveText('2 selected');
  const numbers = await hotlines.texts('hotline');
  await hotlines.export.click();
  await tenants.exportDialog.getByText('CSV', { exact: true }).click();
  const csv = join(folder, 'hotlines.csv');
  await exportTo(app, csv, '2 rows');
  const lines = (await readFile(csv, 'utf8'))
    .replace(/^\u{feff}/u, '')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^Name,Hotline,Status/);
  for (const [line, row] of [
    [1, 0],
    [2, 2],
  ] as const) {
    expect(lines[line]?.split(',')[1]).toBe(numbers[row]);
  }
});
