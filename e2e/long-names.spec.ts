import { addAccount, addDialog, showAccount } from './add-account.ts';
import { cutTexts } from './cut-texts.ts';
import { expect, test } from './fixture.ts';
import { connect, openSettings, showHotlines } from './screens.ts';
import { viewControls } from './views.ts';

/** As long as the name of an account or a view can be, with a word that has no place for a line break. */
const longName = `Chi nhánh Thành phố Hồ Chí Minh - ${'Đ'.repeat(26)}`;

test.use({ tenantCount: 30, hotlineCount: 30 });

test('a long name of an account stays inside of menus, dialogs and alerts', async ({
  connected,
  otherServer,
}) => {
  const { app, page, tenants } = connected;
  await page.setViewportSize({ width: 1366, height: 768 });
  await addAccount(page, { name: longName, server: otherServer });
  expect(await cutTexts(tenants.account)).toEqual([]);
  await expect(tenants.account.getByTitle(longName)).toBeVisible();
  await tenants.account.click();
  const menu = page.getByRole('menu');
  await expect(menu.locator('kbd').last()).toBeInViewport({ ratio: 1 });
  expect(await cutTexts(menu)).toEqual([]);
  await app.screenshot('long-names-menu');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+/');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByText(longName)).toBeVisible();
  expect(await cutTexts(shortcuts)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(shortcuts).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByPlaceholder('Search commands')).toBeFocused();
  await page.keyboard.type('thanh pho');
  const found = page.getByRole('dialog').getByRole('button', { name: longName });
  await expect(found).toBeVisible();
  expect(await cutTexts(page.getByRole('dialog'))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByPlaceholder('Search commands')).toHaveCount(0);

  const settings = await openSettings(page, 'Accounts');
  await settings.getByRole('button', { name: `Remove ${longName}` }).click();
  await expect(settings.getByRole('alert')).toContainText(longName);
  expect(await cutTexts(settings.getByRole('alert'))).toEqual([]);
  await app.screenshot('long-names-removal');
  await settings.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);

  await tenants.account.click();
  await page.getByRole('menuitem', { name: 'Add account' }).click();
  const dialog = addDialog(page);
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(otherServer.baseUrl);
  await dialog.getByLabel('API key', { exact: true }).fill(otherServer.apiKey);
  await page.keyboard.press('Enter');
  const known = dialog.getByRole('alert');
  await expect(known).toContainText('You already have this key');
  expect(await cutTexts(known)).toEqual([]);
  await expect(known.getByRole('button')).toBeInViewport({ ratio: 1 });
  await app.screenshot('long-names-known-key');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await showAccount(page, /^All accounts/);
  await tenants.settled();
  await tenants.chip('Account').click();
  await expect(page.getByRole('menuitemcheckbox', { name: longName })).toBeVisible();
  expect(await cutTexts(page.getByRole('menu'))).toEqual([]);
  await app.screenshot('long-names-filter');
});

test('a long name of a view leaves place for the dot of a changed view', async ({ connected }) => {
  const { app, page, tenants } = connected;
  const views = viewControls(page);
  await views.add(longName, 'In every account');
  const dot = views.shown.locator('[data-hidden]');
  await expect(dot).toBeHidden();
  const before = await views.shown.boundingBox();
  await tenants.search.fill('cong');
  await expect(dot).toBeInViewport({ ratio: 1 });
  expect(await views.shown.boundingBox()).toEqual(before);
  await app.screenshot('long-names-view');
});

for (const records of ['tenants', 'hotlines'] as const) {
  test(`a long name is shortened before the mark of ${records} that are gone`, async ({
    launchApp,
    sandbox,
  }) => {
    const app = await launchApp();
    const { page } = app;
    await page.setViewportSize({ width: 1366, height: 768 });
    const name = 'Chứng khoán Tân Nghĩa - Chi nhánh Thành phố Hồ Chí Minh';
    const [tenant, ...tenants] = sandbox.tenants;
    const [hotline, ...hotlines] = sandbox.hotlines ?? [];
    if (!tenant || !hotline) throw new Error('The sandbox is empty');
    sandbox.setTenants([{ ...tenant, name }, ...tenants]);
    sandbox.setHotlines([{ ...hotline, name }, ...hotlines]);
    const first = await connect(page, sandbox);
    const screen = records === 'tenants' ? first : await showHotlines(page);
    sandbox.setTenants(tenants);
    sandbox.setHotlines(hotlines);
    // Hotlines are always read in full.
    await (records === 'tenants' ? screen.readAll() : screen.refresh.click());
    await expect(screen.refresh).toBeEnabled();
    await screen.settled();
    await screen.openChanges();
    const gone = screen.names.filter({ hasText: name });
    // A mark that reaches into the padding of its cell is replaced by a second "…".
    const room = await gone.evaluate((cell) => {
      const mark = cell.querySelector('[role="img"]')?.getBoundingClientRect();
      const end = cell.getBoundingClientRect().left + cell.clientWidth;
      return end - Number.parseFloat(getComputedStyle(cell).paddingRight) - (mark?.right ?? 0);
    });
    expect(room).toBeGreaterThan(-1);
    expect(await cutTexts(gone)).toEqual([]);
    await app.screenshot(`long-names-gone-${records}`);
  });
}
