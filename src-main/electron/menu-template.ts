import type { MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import { MenuItems, type MenuItemOptions } from './menu-items.ts';

export interface MenuOptions extends MenuItemOptions {
  /** Only development builds get a Reload item: reloading the window cancels what it is doing. */
  isPackaged: boolean;
}

const separator = { type: 'separator' } as const;

/**
 * Returns the template of the application menu. The app's own items are commands, which the renderer carries out. The
 * other items are roles of Electron, which have shortcuts of their own. Their labels are translated here, because
 * Electron has them in English only. On macOS copy and paste work only if there is an Edit menu:
 * https://www.electronjs.org/docs/latest/api/menu-item#roles
 */
export function createMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const labels = translateLabels(options.translate);
  const items = new MenuItems(options);
  const roles = (...names: Role[]): MenuItemConstructorOptions[] =>
    names.map((role) => ({ role, label: labels[role] }));
  const close: MenuItemConstructorOptions = { role: 'close', label: labels.closeWindow };
  const developmentItems: MenuItemConstructorOptions[] = options.isPackaged
    ? []
    : [
        separator,
        { role: 'reload', accelerator: 'CommandOrControl+Shift+R' },
        { role: 'toggleDevTools' },
      ];
  const app: MenuItemConstructorOptions = {
    label: 'eTelecom Tenants',
    submenu: [
      items.command('about'),
      separator,
      items.command('settings'),
      separator,
      ...roles('hide', 'hideOthers', 'unhide'),
      separator,
      ...roles('quit'),
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: labels.file,
    submenu: [
      items.command('refresh'),
      items.command('export'),
      items.command('exportAgain'),
      items.command('recentExports'),
      items.command('importAnnotations'),
      separator,
      items.command('backUp'),
      items.command('restoreBackup'),
      separator,
      ...(isMac ? [close] : [items.command('settings'), separator, ...roles('quit')]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: labels.edit,
    submenu: [
      ...roles('undo', 'redo'),
      separator,
      ...roles('cut', 'copy', 'paste', 'selectAll'),
      separator,
      items.command('find'),
      items.command('matchList'),
      items.command('clearFilters'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: labels.view,
    submenu: [
      items.command('palette'),
      separator,
      items.command('saveView'),
      separator,
      items.command('toggleOverview'),
      items.command('toggleChanges'),
      items.command('nextPage'),
      items.command('previousPage'),
      items.command('firstPage'),
      separator,
      {
        label: labels.rows,
        submenu: [items.choice('comfortableRows'), items.choice('compactRows')],
      },
      {
        label: labels.colors,
        submenu: [
          items.choice('systemColors'),
          items.choice('lightColors'),
          items.choice('darkColors'),
        ],
      },
      { label: labels.language, submenu: [items.choice('english'), items.choice('vietnamese')] },
      separator,
      items.command('zoomIn'),
      items.command('zoomOut'),
      items.command('resetZoom'),
      separator,
      ...roles('togglefullscreen'),
      ...developmentItems,
    ],
  };
  const accounts: MenuItemConstructorOptions = {
    label: labels.accounts,
    submenu: [...items.accounts(), separator, items.command('addAccount')],
  };
  const window: MenuItemConstructorOptions = {
    label: labels.window,
    role: 'window',
    submenu: isMac ? roles('minimize', 'zoom', 'front') : [...roles('minimize'), close],
  };
  const help: MenuItemConstructorOptions = {
    label: labels.help,
    role: 'help',
    submenu: [
      items.command('shortcuts'),
      separator,
      items.command('whatsNew'),
      items.command('checkForUpdates'),
      separator,
      items.command('copyDiagnostics'),
      items.command('showLogs'),
      ...(isMac ? [] : [separator, items.command('about')]),
    ],
  };
  const menus = [file, edit, view, accounts, window, help];
  return isMac ? [app, ...menus] : menus;
}

/** The roles for which the app has a label. */
type Role = Extract<
  keyof ReturnType<typeof translateLabels>,
  NonNullable<MenuItemConstructorOptions['role']>
>;

function translateLabels(translate: TFunction) {
  return translate('menu', { returnObjects: true });
}
