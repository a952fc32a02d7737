import type { CommandName } from '../src-shared/commands.ts';
import { locales } from '../src-shared/locales/index.ts';
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

/** Returns the ids of all items of the application menu that run a command. */
export function menuIds(app: App): Promise<string[] | undefined> {
  return app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      .flatMap(({ id, submenu }) => [id, ...(submenu?.items ?? []).map((item) => item.id)])
      // Items of the system have a role instead of our names. In Electron their ids are numbers.
      .filter((id) => /^[a-z]+/i.test(id)),
  );
}

/**
 * Returns the name of a command in the current language.
 *
 * @param names the names of the accounts and views.
 */
export async function labelOf(
  { page }: App,
  name: CommandName,
  names: Record<'account' | 'view', readonly string[]>,
): Promise<string> {
  const [, kind, number] = /^(account|view)(\d)$/.exec(name) ?? [];
  if (number !== undefined) {
    return names[kind === 'view' ? 'view' : 'account'][Number(number) - 1] ?? '';
  }
  const language = (await page.locator('html').getAttribute('lang')) === 'vi' ? 'vi' : 'en';
  return locales[language].translation.commands[name];
}
