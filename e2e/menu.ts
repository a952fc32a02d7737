import type { App } from './app.ts';

/** Chooses an item of the application menu, as a click on it would. */
export async function chooseInMenu(app: App, id: string): Promise<void> {
  await app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (item == null) throw new Error(`The menu has no item ${itemId}`);
    // Electron types it as any function.
    Reflect.apply(item.click, item, []);
  }, id);
}

/** What the menu shows of an item. */
export function menuItem(app: App, id: string) {
  return app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    return item && { label: item.label, enabled: item.enabled, checked: item.checked };
  }, id);
}
