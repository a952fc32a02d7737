import { Menu } from 'electron';
import { commandNames, type CommandName } from '../../src-shared/commands.ts';
import { menuTemplate, type MenuParts } from './menu-template.ts';

interface Parts extends Pick<MenuParts, 'isPackaged' | 'run'> {
  /** What the menu shows as it is now. */
  content: () => Pick<MenuParts, 'translate' | 'preferences' | 'accounts' | 'shownAccountId'>;
}

/** The application menu: in the chosen language, with what the page can do right now. */
export class AppMenu {
  readonly #parts: Parts;
  #available: ReadonlySet<CommandName> = new Set();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Labels of a menu cannot change, so that it is made anew. */
  update(): void {
    const { content, isPackaged, run } = this.#parts;
    const template = menuTemplate({ ...content(), available: this.#available, isPackaged, run });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  /** Grays out what is not named. */
  offer(available: ReadonlySet<CommandName>): void {
    this.#available = available;
    const menu = Menu.getApplicationMenu();
    for (const name of commandNames) {
      const item = menu?.getMenuItemById(name);
      if (item) item.enabled = available.has(name);
    }
  }
}
