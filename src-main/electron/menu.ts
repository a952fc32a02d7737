import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';

type Role = Exclude<
  keyof ReturnType<typeof labels>,
  'file' | 'edit' | 'view' | 'window' | 'closeWindow' | 'startFailed'
>;

/**
 * What a desktop program is expected to have. The roles bring the shortcuts; their labels, which Electron knows in
 * English only, are ours. On macOS copy and paste do not work without an Edit menu:
 * https://www.electronjs.org/docs/latest/api/menu-item#roles
 *
 * @param isPackaged a user's window is not reloaded, which would cancel what it does.
 */
export function setMenu(translate: TFunction, isPackaged: boolean): void {
  const isMac = process.platform === 'darwin';
  const text = labels(translate);
  const items = (...roles: Role[]): MenuItemConstructorOptions[] =>
    roles.map((role) => ({ role, label: text[role] }));
  const close = { role: 'close', label: text.closeWindow } as const;
  const separator = { type: 'separator' } as const;
  const developing: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  const app: MenuItemConstructorOptions[] = isMac
    ? [
        ...items('about'),
        separator,
        ...items('hide', 'hideOthers', 'unhide'),
        separator,
        ...items('quit'),
      ]
    : items('quit');
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: isMac ? 'eTelecom Tenants' : text.file, submenu: app },
      {
        label: text.edit,
        submenu: [
          ...items('undo', 'redo'),
          separator,
          ...items('cut', 'copy', 'paste', 'selectAll'),
        ],
      },
      {
        label: text.view,
        submenu: [
          ...items('resetZoom', 'zoomIn', 'zoomOut'),
          separator,
          ...items('togglefullscreen'),
          ...developing,
        ],
      },
      {
        label: text.window,
        submenu: isMac ? [...items('minimize', 'zoom'), close] : [...items('minimize'), close],
      },
    ]),
  );
}

const labels = (translate: TFunction) => translate('menu', { returnObjects: true });
