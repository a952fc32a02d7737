import { join } from 'node:path';
import { stubSaveDialog } from './app.ts';
import { compareSheet } from './compare-sheet.ts';
import { expect, test } from './fixture.ts';

test.use({ tenantCount: 230 });

test('after a refresh, footer, dialog and file have the same selected rows, as they are now', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { app, tenants } = connected;
  await tenants.showColumn('ID');
  const ids = await tenants.texts('id');
  const [gone, excluded, changed] = ids;
  const now = sandbox.tenants
    .filter(({ id }) => id !== gone)
    .map((tenant) => (tenant.id === changed ? { ...tenant, name: 'Renamed' } : tenant));
  const answer = { body: { paging: {}, tenants: now } };

  await tenants.cell(0, 'name').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
  for (const row of [0, 1]) await tenants.cell(row, 'select').click();
  await expect(tenants.selected).toHaveText('228 selected');
  sandbox.setFaults({ answer });
  await tenants.readAll();
  await expect(tenants.summary).toContainText('of 229');
  await expect(tenants.selected).toHaveText('228 selected');
  const path = join(folder, 'most.xlsx');
  await stubSaveDialog(app, path);
  await tenants.startExport('selected rows');
  await expect(tenants.exportPanel).toContainText('Export saved');
  await expect(tenants.exportPanel).toContainText('228 rows');
  await compareSheet(
    path,
    now.filter(({ id }) => id !== excluded),
  );

  sandbox.setFaults({});
  await tenants.readAll();
  await expect(tenants.summary).toContainText('of 230');
  await app.page.getByRole('button', { name: 'Clear selection' }).click();
  for (const row of [0, 2]) await tenants.cell(row, 'select').click();
  sandbox.setFaults({ answer });
  await tenants.readAll();
  await expect(tenants.summary).toContainText('of 229');
  await expect(tenants.selected).toHaveText('1 selected');
  await expect(app.page.getByText('1 no longer in the list')).toBeVisible();
  const fewPath = join(folder, 'few.xlsx');
  await stubSaveDialog(app, fewPath);
  await tenants.startExport('selected rows');
  await expect(tenants.exportPanel).toContainText('1 selected row is no longer in the list');
  await compareSheet(
    fewPath,
    now.filter(({ id }) => id === changed),
  );
});
