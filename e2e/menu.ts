import type { App } from './app.ts';

/** Clicks an item of the application menu. */
export async function chooseInMenu(app: App, id: string): Promise<void> {
  await app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (item == null) throw new Error(`The menu has no item ${itemId}`);
    // Electron declares it as `Function`.
    Reflect.apply(item.click, item, []);
  }, id);
}

/** Returns the state of an item of the application menu. */
export function menuItem(app: App, id: string) {
  return app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    return item && { label: item.label, enabled: item.enabled, checked: item.checked };
  }, id);
}
