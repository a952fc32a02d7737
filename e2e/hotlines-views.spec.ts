import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAccount, showAccount } from './add-account.ts';
import { expect, test } from './fixture.ts';
import { containsFocus, runFromPalette, tabTo } from './keyboard.ts';
import { connect, hotlinesScreen, showHotlines, tenantsScreen } from './screens.ts';
import { viewControls } from './views.ts';

test.use({ tenantCount: 60, hotlineCount: 60 });

/** Waits until the settings of accounts contain a text. They are saved shortly after a change. */
async function untilKept(dataFolder: string, text: string): Promise<void> {
  const read = () => readFile(join(dataFolder, 'account-settings.json'), 'utf8').catch(() => '');
  await expect.poll(read).toContain(text);
}

test('a view of hotlines shows hotlines, and is shown again after a restart', async ({
  launchApp,
  sandbox,
  dataFolder,
}) => {
  const first = await launchApp();
  const tenants = await connect(first.page, sandbox);
  let hotlines = await showHotlines(first.page);
  let views = viewControls(first.page);
  const viettel = sandbox.hotlines?.filter(({ network }) => network === 'viettel') ?? [];
  await hotlines.chip('Network').click();
  await first.page.getByRole('menuitemcheckbox', { name: `viettel ${viettel.length}` }).click();
  await first.page.keyboard.press('Escape');
  await hotlines.sortBy('Hotline').click();
  await hotlines.showColumn('Description');
  await views.add('Số Viettel', 'Only in this account');
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines', 'Số Viettel']);
  await expect(views.shown).toHaveAccessibleName('Số Viettel');

  await views.tab('Hotlines').click();
  await expect(hotlines.summary).toContainText('of 60');
  await expect(hotlines.chip('Network')).toHaveText('Network');
  await expect(hotlines.header('Hotline')).toHaveAttribute('aria-sort', 'none');
  // The tab that a view came from keeps its columns.
  await expect(hotlines.header('Description')).toBeVisible();
  await views.tab('All tenants').click();
  await expect(tenants.header('Domain')).toBeVisible();
  await views.tab('Số Viettel').click();
  await untilKept(dataFolder, '"viewId":"');
  await first.close();

  const app = await launchApp();
  hotlines = hotlinesScreen(app.page);
  views = viewControls(app.page);
  await expect(views.shown).toHaveAccessibleName('Số Viettel');
  await expect(hotlines.header('Hotline')).toHaveAttribute('aria-sort', 'ascending');
  await expect(hotlines.header('Description')).toBeVisible();
  await hotlines.hasRows(viettel.length);
  expect(await hotlines.texts('hotline')).toEqual(viettel.map(({ hotline }) => hotline).toSorted());
  await app.screenshot('hotlines-view');

  // Without the view, its whole list is shown.
  await views.shown.focus();
  await app.page.keyboard.press('Delete');
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines']);
  await expect(views.shown).toHaveAccessibleName('Hotlines');
  await expect(hotlines.summary).toContainText('of 60');
});

test('the tab, its search and its columns are kept over a restart, apart from those of the tenants', async ({
  connected,
  launchApp,
  dataFolder,
}) => {
  const { app: first, tenants } = connected;
  await tenants.search.fill('cong ty');
  const hotlines = await showHotlines(first.page);
  await expect(hotlines.search).toHaveValue('');
  await hotlines.search.fill('hotline cham soc');
  await hotlines.columns.click();
  await first.page.getByRole('menuitemcheckbox', { name: 'Network' }).click();
  await first.page.keyboard.press('Escape');
  await hotlines.pageSize(25).click();
  for (const kept of ['"name":"hotline cham soc"', '"pageSize":25', '"isShown":true']) {
    await untilKept(dataFolder, kept);
  }
  await first.close();

  const { page } = await launchApp();
  const again = hotlinesScreen(page);
  const views = viewControls(page);
  await expect(views.shown).toHaveAccessibleName('Hotlines');
  await expect(again.search).toHaveValue('hotline cham soc');
  await expect(again.header('Hotline')).toBeVisible();
  await expect(again.header('Network')).toHaveCount(0);
  await views.tab('All tenants').click();
  await expect(tenantsScreen(page).search).toHaveValue('cong ty');
  await expect(tenantsScreen(page).header('Domain')).toBeVisible();
  await expect(
    page.locator('footer').getByRole('radio', { name: '50', exact: true }),
  ).toBeChecked();
  await views.tab('Hotlines').click();
  await expect(again.search).toHaveValue('hotline cham soc');
  await expect(
    page.locator('footer').getByRole('radio', { name: '25', exact: true }),
  ).toBeChecked();
});

test('a view of hotlines appears only for accounts that have hotlines', async ({
  connected,
  otherServer: other,
}) => {
  const { page, tenants } = connected;
  const views = viewControls(page);
  const hotlines = await showHotlines(page);
  await hotlines.search.fill('hotline ban hang');
  await views.add('Số bán hàng', 'In every account');
  await expect(views.shown).toHaveAccessibleName('Số bán hàng');
  await views.tab('All tenants').click();
  await tenants.search.fill('cong ty');
  await views.add('Công ty', 'In every account');
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines', 'Số bán hàng', 'Công ty']);

  await addAccount(page, { name: 'Chị Hà', server: other });
  await expect(views.tabs).toHaveText(['All tenants', 'Công ty']);
  await showAccount(page, /^127/);
  await expect(views.tabs).toHaveText(['All tenants', 'Hotlines', 'Số bán hàng', 'Công ty']);
});

test('without the server, hotlines are shown after a restart, with their details', async ({
  connected,
  launchApp,
  sandbox,
  dataFolder,
}) => {
  const { app: first } = connected;
  const { hotlines: sent = [] } = sandbox;
  await showHotlines(first.page);
  await untilKept(dataFolder, '"isShown":true');
  await first.close();
  await sandbox.close();

  const app = await launchApp();
  const { page } = app;
  const hotlines = hotlinesScreen(page);
  await expect(hotlines.label).toContainText('offline', { timeout: 30_000 });
  await expect(hotlines.label).toContainText('60 hotlines · read in full today');
  await hotlines.pageSize('All').click();
  await hotlines.hasRows(60);
  expect((await hotlines.texts('hotline')).toSorted()).toEqual(
    sent.map(({ hotline }) => hotline).toSorted(),
  );
  await app.screenshot('hotlines-offline');
  const [some] = sent;
  await hotlines.search.fill(some?.hotline ?? '');
  await hotlines.hasRows(1);
  await hotlines.names.getByRole('button').click();
  const drawer = hotlines.drawer(some?.name ?? '');
  await drawer.getByRole('button', { name: 'Raw data from the server', exact: true }).click();
  await expect(drawer.getByRole('region', { name: 'Raw data' })).toContainText(some?.id ?? '');
});

test('the tab is reached, changed and left with the keyboard', async ({ connected }) => {
  const { page, tenants } = connected;
  const { keyboard } = page;
  const hotlines = hotlinesScreen(page);
  const views = viewControls(page);
  await tenants.refresh.focus();
  await tabTo(page, views.tab('All tenants'));
  await keyboard.press('ArrowRight');
  await expect(views.tab('Hotlines')).toBeFocused();
  await expect(views.shown).toHaveAccessibleName('Hotlines');
  await expect(page.getByRole('tabpanel', { name: 'Hotlines' })).toBeVisible();
  await hotlines.settled();

  await keyboard.press('ControlOrMeta+F');
  await expect(hotlines.search).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(hotlines.cell(0, 'name')).toBeFocused();
  const name = (await hotlines.cell(0, 'name').innerText()).trim();
  await keyboard.press('Enter');
  await containsFocus(page, hotlines.drawer(name));
  await keyboard.press('Escape');
  await expect(hotlines.cell(0, 'name')).toBeFocused();

  await tabTo(page, views.tab('Hotlines'));
  await keyboard.press('ArrowLeft');
  await expect(views.tab('All tenants')).toBeFocused();
  await tenants.settled();

  for (const command of ['Hotlines', 'All tenants']) {
    await runFromPalette(page, command);
    await expect(views.shown).toHaveAccessibleName(command);
  }
});
