import type { MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { accountCommands, commandOf, type CommandName } from '../../src-shared/commands.ts';
import type { Preferences } from '../../src-shared/preferences.ts';

export interface MenuItemOptions {
  translate: TFunction;
  preferences: Preferences;
  /** In the user's order. Only the first nine have a command. */
  accounts: readonly { accountId: string; name: string }[];
  /** The account that is shown, or `allAccounts`. */
  shownAccountId: string | null;
  /** The commands that the renderer can currently carry out. */
  available: ReadonlySet<CommandName>;
  /** Called when the user chooses a command. */
  onCommand: (name: CommandName) => void;
}

/** Creates the menu items of the app's own commands. */
export class MenuItems {
  readonly #options: MenuItemOptions;
  readonly #chosen: readonly CommandName[];

  constructor(options: MenuItemOptions) {
    const { language, density, colorScheme } = options.preferences;
    const schemes = { auto: 'systemColors', light: 'lightColors', dark: 'darkColors' } as const;
    this.#options = options;
    this.#chosen = [
      language === 'vi' ? 'vietnamese' : 'english',
      density === 'compact' ? 'compactRows' : 'comfortableRows',
      schemes[colorScheme],
    ];
  }

  /** Returns the item of a command. The renderer carries the command out. */
  command(name: CommandName): MenuItemConstructorOptions {
    const { translate, available, onCommand } = this.#options;
    const shortcut = commandOf(name).shortcuts[0];
    return {
      id: name,
      label: translate(`commands.${name}`),
      enabled: available.has(name),
      click: () => onCommand(name),
      // The renderer handles the keys, see src-renderer/commands/key-handler.ts. The menu only shows them.
      ...(shortcut !== undefined && {
        accelerator: toAccelerator(shortcut),
        registerAccelerator: false,
      }),
    };
  }

  /** Returns the item of a command that is one of several choices. The current choice is checked. */
  choice(name: CommandName): MenuItemConstructorOptions {
    return { ...this.command(name), type: 'radio', checked: this.#chosen.includes(name) };
  }

  /** Returns an item for all accounts together and one for each account. The shown one is checked. */
  accounts(): MenuItemConstructorOptions[] {
    const { accounts, shownAccountId } = this.#options;
    return [
      { ...this.command('allAccounts'), type: 'radio', checked: shownAccountId === allAccounts },
      ...accountCommands.flatMap((name, index): MenuItemConstructorOptions[] => {
        const account = accounts[index];
        if (account === undefined) return [];
        // Electron treats a single & as the marker of an access key.
        const label = account.name.replaceAll('&', '&&');
        const checked = account.accountId === shownAccountId;
        return [{ ...this.command(name), label, type: 'radio', checked }];
      }),
    ];
  }
}

const acceleratorKeys: Partial<Record<string, string>> = {
  mod: 'CommandOrControl',
  alt: 'Alt',
  shift: 'Shift',
  plus: 'Plus',
  minus: '-',
};

/** Converts a shortcut to Electron's format: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */
function toAccelerator(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => acceleratorKeys[key] ?? key)
    .join('+');
}
