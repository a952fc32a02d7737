import type { MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands, commandOf, type CommandName } from '../../src-shared/commands.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import { toAccelerator } from './accelerator.ts';

export interface MenuParts {
  translate: TFunction;
  preferences: Preferences;
  /** In their order; the first nine have a command. */
  accounts: readonly { accountId: string; name: string }[];
  /** Of the account on screen; `allAccounts` for all of them. */
  shownAccountId: string | null;
  /** What the page can do right now. */
  available: ReadonlySet<CommandName>;
  /** A user's window is not reloaded, which would cancel what it does. */
  isPackaged: boolean;
  /** Hands a command to the page. */
  run: (name: CommandName) => void;
}

const separator = { type: 'separator' } as const;

/**
 * What a desktop program is expected to have. What is ours is a command, which the page carries out; the rest are
 * roles, which bring their own shortcuts. Their labels, which Electron knows in English only, are ours. On macOS copy
 * and paste do not work without an Edit menu: https://www.electronjs.org/docs/latest/api/menu-item#roles
 */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const { translate, isPackaged } = parts;
  const { command, choice, accountChoices, items } = makers(parts);
  const text = labels(translate);
  const close: MenuItemConstructorOptions = { role: 'close', label: text.closeWindow };
  const developing: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [
        separator,
        { role: 'reload', accelerator: 'CommandOrControl+Shift+R' },
        { role: 'toggleDevTools' },
      ];
  const app: MenuItemConstructorOptions = {
    label: 'eTelecom Tenants',
    submenu: [
      command('about'),
      separator,
      command('settings'),
      separator,
      ...items('hide', 'hideOthers', 'unhide'),
      separator,
      ...items('quit'),
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: text.file,
    submenu: [
      command('refresh'),
      command('export'),
      separator,
      ...(isMac ? [close] : [command('settings'), separator, ...items('quit')]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: text.edit,
    submenu: [
      ...items('undo', 'redo'),
      separator,
      ...items('cut', 'copy', 'paste', 'selectAll'),
      separator,
      command('find'),
      command('clearFilters'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: text.view,
    submenu: [
      command('palette'),
      separator,
      command('toggleOverview'),
      command('nextPage'),
      command('previousPage'),
      command('firstPage'),
      separator,
      { label: text.rows, submenu: [choice('comfortableRows'), choice('compactRows')] },
      {
        label: text.colors,
        submenu: [choice('systemColors'), choice('lightColors'), choice('darkColors')],
      },
      { label: text.language, submenu: [choice('english'), choice('vietnamese')] },
      separator,
      command('zoomIn'),
      command('zoomOut'),
      command('resetZoom'),
      separator,
      ...items('togglefullscreen'),
      ...developing,
    ],
  };
  const accounts: MenuItemConstructorOptions = {
    label: text.accounts,
    submenu: [...accountChoices(), separator, command('addAccount')],
  };
  const window: MenuItemConstructorOptions = {
    label: text.window,
    role: 'window',
    submenu: isMac ? items('minimize', 'zoom', 'front') : [...items('minimize'), close],
  };
  const help: MenuItemConstructorOptions = {
    label: text.help,
    role: 'help',
    submenu: [
      command('shortcuts'),
      separator,
      command('copyDiagnostics'),
      ...(isMac ? [] : [separator, command('about')]),
    ],
  };
  const menus = [file, edit, view, accounts, window, help];
  return isMac ? [app, ...menus] : menus;
}

type Label = keyof ReturnType<typeof labels>;
type Role = Exclude<
  Label,
  | 'file'
  | 'edit'
  | 'view'
  | 'accounts'
  | 'window'
  | 'help'
  | 'rows'
  | 'colors'
  | 'language'
  | 'closeWindow'
  | 'startFailed'
  | 'refreshed_one'
  | 'refreshed_other'
>;

function makers(parts: MenuParts) {
  const { translate, preferences, accounts, shownAccountId, available, run } = parts;
  const text = labels(translate);
  const schemes = { auto: 'systemColors', light: 'lightColors', dark: 'darkColors' } as const;
  const chosen: readonly CommandName[] = [
    preferences.language === 'vi' ? 'vietnamese' : 'english',
    preferences.density === 'compact' ? 'compactRows' : 'comfortableRows',
    schemes[preferences.colorScheme],
  ];
  const command = (name: CommandName): MenuItemConstructorOptions => {
    const shortcut = commandOf(name).shortcuts[0];
    return {
      id: name,
      label: translate(`commands.${name}`),
      enabled: available.has(name),
      click: () => run(name),
      // The page listens for the keys itself, see src-renderer/commands/shortcuts.ts; here they are only shown.
      ...(shortcut !== undefined && {
        accelerator: toAccelerator(shortcut),
        registerAccelerator: false,
      }),
    };
  };
  return {
    command,
    /** One of a few, the one in force marked. */
    choice: (name: CommandName): MenuItemConstructorOptions => ({
      ...command(name),
      type: 'radio',
      checked: chosen.includes(name),
    }),
    /** All of them as one, then each by its own name, what is on screen marked. */
    accountChoices: (): MenuItemConstructorOptions[] => [
      { ...command('allAccounts'), type: 'radio', checked: shownAccountId === allAccounts },
      ...accountCommands.flatMap((name, index): MenuItemConstructorOptions[] => {
        const account = accounts[index];
        if (account === undefined) return [];
        // A single & would mark the letter after it as the item's key.
        const label = account.name.replaceAll('&', '&&');
        return [
          { ...command(name), label, type: 'radio', checked: account.accountId === shownAccountId },
        ];
      }),
    ],
    items: (...roles: Role[]): MenuItemConstructorOptions[] =>
      roles.map((role) => ({ role, label: text[role] })),
  };
}

const labels = (translate: TFunction) => translate('menu', { returnObjects: true });
