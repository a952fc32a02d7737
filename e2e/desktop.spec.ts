import type { App } from './app.ts';
import { expect, test } from './fixture.ts';
import { connect } from './screens.ts';

/** Chooses an item of the application menu, as a click on it would. */
async function chooseInMenu(app: App, id: string): Promise<void> {
  await app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (item == null) throw new Error(`The menu has no item ${itemId}`);
    // Electron types it as any function.
    Reflect.apply(item.click, item, []);
  }, id);
}

test('a command runs from the menu and by its keys, and not behind a dialog', async ({
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
