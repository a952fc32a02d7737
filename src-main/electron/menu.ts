import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Roles only, which the system names in its own language. On macOS copy and paste do not work without an Edit menu:
 * https://www.electronjs.org/docs/latest/api/menu-item#roles
 */
export function setMenu(): void {
  const appMenu: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [{ role: 'fileMenu' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...appMenu,
      { role: 'editMenu' },
      { role: 'viewMenu' },
      { role: 'windowMenu' },
    ]),
  );
}
