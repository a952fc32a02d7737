import { commandGroups } from '../src-shared/commands.ts';
import { expect, test } from './fixture.ts';
import { runFromPalette } from './keyboard.ts';
import { chooseInMenu, menuItem } from './menu.ts';
import { connect } from './screens.ts';

test('a command runs from the menu and by its shortcut, but not behind a dialog', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  const settings = app.page.getByRole('dialog', { name: 'Settings' });
  await app.page.keyboard.press('ControlOrMeta+,');
  await expect(settings).toHaveCount(0);

  await connect(app.page, sandbox);
  await app.page.keyboard.press('ControlOrMeta+,');
  await expect(settings).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await chooseInMenu(app, 'settings');
  await expect(settings).toBeVisible();
});

test('the menu grays out unavailable commands and follows the language', async ({
  launchApp,
  sandbox,
}) => {
  const app = await launchApp();
  await expect.poll(() => menuItem(app, 'about')).toMatchObject({ enabled: true });
  expect(await menuItem(app, 'refresh')).toMatchObject({ enabled: false, label: 'Refresh' });
  await connect(app.page, sandbox);
  await expect.poll(() => menuItem(app, 'refresh')).toMatchObject({ enabled: true });

  await chooseInMenu(app, 'vietnamese');
  await expect(app.page.getByRole('columnheader', { name: 'Tên', exact: true })).toBeVisible();
  await expect.poll(() => menuItem(app, 'refresh')).toMatchObject({ label: 'Làm mới' });
  expect(await menuItem(app, 'vietnamese')).toMatchObject({ checked: true });
  await chooseInMenu(app, 'darkColors');
  const root = app.page.locator('html');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await chooseInMenu(app, 'compactRows');
  await expect(root).toHaveAttribute('data-density', 'compact');
  await app.screenshot('compact-dark-vi');
});

test('the palette finds a command without accents, runs it and restores the focus', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  await tenants.refresh.focus();
  await keyboard.press('ControlOrMeta+K');
  const search = app.page.getByRole('combobox').or(app.page.getByPlaceholder('Search commands'));
  await expect(search.first()).toBeFocused();
  await expect(app.page.getByText('Ctrl+E')).toBeVisible();
  await app.screenshot('palette');
  await keyboard.press('Escape');
  await expect(tenants.refresh).toBeFocused();

  await runFromPalette(app.page, 'Tiếng');
  await expect(app.page.getByRole('columnheader', { name: 'Tên', exact: true })).toBeVisible();
  await keyboard.press('ControlOrMeta+K');
  await expect(app.page.getByPlaceholder('Tìm lệnh')).toBeFocused();
  await keyboard.type('cai dat');
  await expect(app.page.getByRole('dialog').getByRole('button', { name: 'Cài đặt' })).toBeVisible();
  await app.screenshot('palette-vi');
  await keyboard.press('Enter');
  await expect(app.page.getByRole('dialog', { name: 'Cài đặt' })).toBeVisible();
});

test('the palette has groups, shows one status and keeps what is typed before it opens', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  const palette = app.page.getByRole('dialog');
  await tenants.cell(0, 'name').focus();
  await keyboard.press('ControlOrMeta+K');
  // Users type before the palette is visible.
  await keyboard.type('only e');
  await expect(palette.getByPlaceholder('Search commands')).toBeFocused();
  await expect(palette.getByPlaceholder('Search commands')).toHaveValue('only e');
  await expect(palette.getByRole('button', { name: 'Show only enabled' })).toBeVisible();
  await app.screenshot('palette-typed');
  await keyboard.press('Enter');
  await expect(tenants.chip('Status')).toHaveAccessibleName('Status: Enabled');
  await expect(tenants.cell(0, 'name')).toBeFocused();

  await keyboard.press('ControlOrMeta+K');
  await expect(palette.getByPlaceholder('Search commands')).toHaveValue('');
  await app.screenshot('palette-groups');
  const groups = palette.locator('.mantine-Spotlight-actionsGroup');
  await expect(groups).toHaveCount(commandGroups.length);
  await expect(groups.nth(1).getByRole('button', { name: /^Show only / })).toHaveCount(3);
  await expect(groups.nth(1).getByRole('button', { name: 'Clear filters' })).toBeVisible();
});

test('the shortcuts are listed and work', async ({ connected }) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  await keyboard.press('ControlOrMeta+/');
  const dialog = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Refresh' })).toContainText('Ctrl+R');
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'Select several rows' }),
  ).toContainText('Shift+↓');
  await app.screenshot('shortcuts');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await keyboard.press('ControlOrMeta+F');
  await expect(tenants.search).toBeFocused();
  await keyboard.press('ControlOrMeta+PageDown');
  await expect(tenants.summary).toContainText('51–60');
  await keyboard.press('ControlOrMeta+PageUp');
  await expect(tenants.summary).toContainText('1–50');
  await keyboard.press('ControlOrMeta+E');
  await expect(app.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});

test('a shortcut right after Escape runs while the dialog or the drawer fades out', async ({
  connected,
}) => {
  const { app, tenants } = connected;
  const { keyboard } = app.page;
  const exportDialog = app.page.getByRole('dialog', { name: 'Export' });
  const openings = [
    () => tenants.cell(2, 'name').press('Enter'),
    () => keyboard.press('ControlOrMeta+,'),
    () => keyboard.press('ControlOrMeta+/'),
  ];
  for (const open of openings) {
    await tenants.cell(2, 'name').focus();
    await open();
    await expect(app.page.getByRole('dialog').locator(':focus')).toHaveCount(1);
    // Both keys in one task of the renderer, faster than a user can.
    await app.page.evaluate(() => {
      const press = (key: string, ctrlKey: boolean) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
        );
      press('Escape', false);
      return Promise.resolve().then(() => press('e', true));
    });
    await expect(exportDialog.locator(':focus')).toHaveCount(1);
    await expect(app.page.getByRole('dialog')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
  }
});
