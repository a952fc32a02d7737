import fc from 'fast-check';
import { join } from 'node:path';
import { stubSaveDialog } from './app.ts';
import { cellsOf, readClipboard } from './clipboard.ts';
import { compareSheet } from './compare-sheet.ts';
import { expect, test } from './fixture.ts';
import { connect, connectLive } from './screens.ts';

test.use({ tenantCount: 230 });

test('rows are selected and counted: one by one, in ranges, on a page, and all that match', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const row = (index: number) => app.page.locator(`tbody [data-row="${index}"]`);

  await tenants.cell(2, 'select').getByRole('checkbox').click();
  await expect(row(2)).toHaveAttribute('aria-selected', 'true');
  await expect(tenants.selected).toHaveText('1 selected');
  await tenants.cell(5, 'domain').click({ modifiers: ['Shift'] });
  await expect(tenants.selected).toHaveText('4 selected');
  await tenants.cell(9, 'domain').click({ modifiers: ['ControlOrMeta'] });
  await expect(tenants.selected).toHaveText('5 selected');
  await tenants.cell(3, 'status').click({ modifiers: ['ControlOrMeta'] });
  await expect(tenants.selected).toHaveText('4 selected');
  await app.screenshot('selected');

  await tenants.nextPage.click();
  await expect(tenants.summary).toContainText('Rows 51–100');
  await expect(tenants.selected).toHaveText('4 selected');
  await tenants.table.getByRole('checkbox', { name: 'Select all rows on this page' }).click();
  await expect(tenants.selected).toHaveText('54 selected');
  await app.page.getByRole('button', { name: 'Select all 230' }).click();
  await expect(tenants.selected).toHaveText('230 selected');
  await tenants.cell(0, 'select').getByRole('checkbox').click();
  await expect(tenants.selected).toHaveText('229 selected');
  await app.screenshot('all-but-one');
  await tenants.table.getByRole('checkbox', { name: 'Select all rows on this page' }).click();
  await expect(tenants.selected).toHaveText('230 selected');

  await app.page.getByRole('button', { name: 'Clear selection' }).click();
  await expect(tenants.selected).toHaveCount(0);
});

test('rows deselected from all that match are neither copied nor exported @clipboard', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, tenants } = connected;
  await tenants.showColumn('ID');
  await tenants.search.fill('cong ty');
  await expect(tenants.summary).not.toContainText('of 230');
  await tenants.settled();
  await tenants.cell(0, 'name').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
  const matching = sandbox.tenants.filter(({ name }) => name.normalize().includes('Công ty'));
  await expect(tenants.selected).toHaveText(`${matching.length} selected`);
  const ids = await tenants.texts('id');
  for (const row of [1, 4]) await tenants.cell(row, 'select').click();
  const wanted = matching.filter(({ id }) => id !== ids[1] && id !== ids[4]);
  await expect(tenants.selected).toHaveText(`${wanted.length} selected`);

  await app.page.keyboard.press('ControlOrMeta+c');
  await expect(app.page.getByText(`${wanted.length} rows copied`)).toBeVisible();
  const { rows } = await cellsOf(app, (await readClipboard(app)).html);
  expect(rows.map((cells) => cells[7]).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());

  const path = join(folder, 'most.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('selected rows');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await compareSheet(path, wanted);
});

test('a search clears the selection, and on the live list only the page can be selected', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  await tenants.cell(0, 'domain').click();
  await app.page.keyboard.press('ControlOrMeta+a');
  await expect(tenants.selected).toHaveText('230 selected');
  await tenants.search.fill('cong ty');
  await expect(tenants.selected).toHaveCount(0);
  await tenants.search.fill('');
  await expect(tenants.summary).toContainText('of 230');

  await tenants.live.click();
  await expect(tenants.label).toContainText('Live');
  await tenants.settled();
  await tenants.cell(0, 'domain').click();
  await app.page.keyboard.press('ControlOrMeta+a');
  await expect(tenants.selected).toHaveText('50 selected');
});

test('rows selected in other searches are kept, and not taken for rows on screen', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  const isMatching = ({ name }: { name: string }) => name.normalize().includes('Công ty');
  const matching = sandbox.tenants.filter(isMatching).length;
  const [first, second] = sandbox.tenants.filter((tenant) => !isMatching(tenant));
  const header = tenants.table.getByRole('checkbox', { name: 'Select all rows on this page' });
  const search = async (text = '', rows = 0) => {
    await tenants.search.fill(text);
    await tenants.hasRows(rows);
  };
  await tenants.pageSize('All').click();
  await search(first?.domain, 1);
  await tenants.cell(0, 'select').click();
  await expect(tenants.selected).toHaveText('1 selected');
  await expect(header).toBeChecked();

  await search(second?.domain, 1);
  await expect(header).not.toBeChecked();
  await expect(header).not.toBeChecked({ indeterminate: true });
  await expect(app.page.getByRole('button', { name: 'Select all 1', exact: true })).toBeVisible();
  await header.click();
  await expect(tenants.selected).toHaveText('2 selected');
  await expect(header).toBeChecked();
  await header.click();
  await expect(tenants.selected).toHaveText('1 selected');

  await search('cong ty', matching);
  await tenants.cell(0, 'domain').click();
  await app.page.keyboard.press('ControlOrMeta+Shift+End');
  await expect(tenants.selected).toHaveText(`${matching + 1} selected`);
  await expect(header).toBeChecked();
  await search('', 230);
  await expect(tenants.selected).toHaveText(`${matching + 1} selected`);
  await expect(header).toBeChecked({ indeterminate: true });

  await tenants.pageSize(50).click();
  await search(second?.domain, 1);
  await tenants.cell(0, 'domain').click({ modifiers: ['Shift'] });
  await expect(tenants.selected).toHaveText(`${matching + 2} selected`);
  await search('', 50);
  await expect(tenants.selected).toHaveText(`${matching + 2} selected`);
});

test('cells and rows are copied as text and as HTML, with all digits of the ids @clipboard', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  for (const name of ['Connection ID', 'ID']) await tenants.showColumn(name);
  const [id = ''] = await tenants.texts('id');
  await tenants.cell(0, 'id').click();
  await app.page.keyboard.press('ControlOrMeta+c');
  await expect(app.page.getByText('1 row copied')).toBeVisible();
  expect((await readClipboard(app)).text).toBe(id);

  await tenants.cell(1, 'select').click();
  await tenants.cell(3, 'select').click();
  await tenants.cell(3, 'name').focus();
  await app.page.keyboard.press('ControlOrMeta+Shift+c');
  await expect(app.page.getByText('2 rows copied')).toBeVisible();
  await app.screenshot('copied');
  const { text, html } = await readClipboard(app);
  const { rows, isText } = await cellsOf(app, html);
  expect(isText).toBe(true);
  expect(rows.map((cells) => cells.length)).toEqual([9, 9, 9]);
  expect(rows[0]?.slice(0, 3)).toEqual(['Name', 'Status', 'Created (UTC+7)']);
  expect(rows[1]?.[8]).toBe((await tenants.texts('id'))[1]);
  expect(rows[2]?.[2]).toBe((await tenants.texts('createdAt'))[3]);
  expect(text.split('\r\n').map((line) => line.split('\t'))).toEqual(rows);
});

test('all matching tenants are copied from the saved list, with the columns on screen @clipboard', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  await tenants.showColumn('ID');
  await tenants.columns.click();
  for (const name of ['Domain', 'Updated']) {
    await app.page.getByRole('menuitemcheckbox', { name }).click();
  }
  await app.page.keyboard.press('Escape');
  await tenants.cell(0, 'name').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.keyboard.press('ControlOrMeta+c');
  await expect(app.page.getByText('230 rows copied')).toBeVisible();
  const { rows } = await cellsOf(app, (await readClipboard(app)).html);
  expect(rows).toHaveLength(230);
  expect(rows.every((cells) => cells.length === 6)).toBe(true);
  const ids = rows.map((cells) => cells[5]);
  expect(ids.toSorted()).toEqual(sandbox.tenants.map((tenant) => tenant.id).toSorted());
});

test('copied names with any characters are read back unchanged @clipboard', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const unit = fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", '=', '  ', '\n', '\t', 'ộ', '&amp;', '</td>'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  );
  const names = fc.sample(fc.string({ unit, minLength: 1, maxLength: 12 }), 90);
  const [some] = sandbox.tenants;
  const answered = names.map((name, at) => ({ ...some, id: String(at + 1), name }));
  sandbox.setFaults({ answer: { body: { paging: {}, tenants: answered } } });
  const tenants = await connect(app.page, sandbox);
  await tenants.cell(0, 'domain').click();
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.keyboard.press('ControlOrMeta+c');
  await expect(app.page.getByText('90 rows copied')).toBeVisible();
  const { rows, isText } = await cellsOf(app, (await readClipboard(app)).html);
  expect(rows.map(([name]) => name)).toEqual(names);
  expect(isText).toBe(true);
});

test('the menu of a row copies, filters by a value and opens the details @clipboard', async ({
  connected,
  sandbox,
}) => {
  const { app, tenants } = connected;
  const [name = ''] = await tenants.texts('name');
  const [owner = ''] = await tenants.texts('ownerId');
  await tenants.cell(0, 'ownerId').click({ button: 'right' });
  await app.screenshot('row-menu');
  await tenants.menuItem('Copy row').click();
  await expect(app.page.getByText('1 row copied')).toBeVisible();
  expect((await readClipboard(app)).text.split('\t')[0]).toBe(name);

  await tenants.cell(0, 'ownerId').click({ button: 'right' });
  await tenants.menuItem(/^Filter by/).click();
  const owned = sandbox.tenants.filter((tenant) => tenant.owner_id === owner);
  await tenants.hasRows(owned.length);

  await tenants.cell(0, 'name').click({ button: 'right' });
  await tenants.menuItem('Open details').click();
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(tenants.cell(0, 'name')).toBeFocused();
});

test('on the live list, the menu does not filter by what the server does not support', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const tenants = await connectLive(app.page, sandbox);
  await tenants.cell(0, 'status').click({ button: 'right' });
  await expect(tenants.menuItem('Copy cell')).toBeVisible();
  await expect(tenants.menuItem(/^Filter by/)).toHaveCount(0);
});
