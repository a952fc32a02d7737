import { Menu } from 'electron';
import { commandNames, type CommandName } from '../../src-shared/commands.ts';
import { createMenuTemplate, type MenuOptions } from './menu-template.ts';
import type { Optional } from './optional.ts';

interface Options extends Pick<MenuOptions, 'isPackaged' | 'onCommand'> {
  optional: Optional;
  /** Returns what the menu currently has to show. */
  getContent: () => Pick<MenuOptions, 'translate' | 'preferences' | 'accounts' | 'shownAccountId'>;
}

/** The application menu. Only the commands that the renderer can currently carry out are enabled. */
export class AppMenu {
  readonly #options: Options;
  #available: ReadonlySet<CommandName> = new Set();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Rebuilds the menu, because Electron cannot change the labels of an existing one. */
  update(): void {
    const { getContent, isPackaged, onCommand, optional } = this.#options;
    const template = createMenuTemplate({
      ...getContent(),
      available: this.#available,
      isPackaged,
      onCommand,
    });
    const show = () => Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    optional('applicationMenu', show, undefined);
  }

  /** Enables the given commands and disables all others. */
  setAvailableCommands(available: ReadonlySet<CommandName>): void {
    this.#available = available;
    const menu = this.#options.optional('applicationMenu', () => Menu.getApplicationMenu(), null);
    for (const name of commandNames) {
      const item = menu?.getMenuItemById(name);
      if (item) item.enabled = available.has(name);
    }
  }
}
