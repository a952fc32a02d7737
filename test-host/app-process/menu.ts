import { notModeled, strict } from './strict.ts';

interface Template {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  enabled?: boolean;
  visible?: boolean;
  checked?: boolean;
  submenu?: Template[];
  click?: (item: object, window: undefined, event: object) => void;
}

/** `electron.Menu`. It is not shown and gets no keys; a test clicks its items as in Electron. */
class Menu {
  readonly items: MenuItem[];

  constructor(template: Template[]) {
    this.items = template.map((options) => strict('electron.MenuItem', new MenuItem(options)));
  }

  /** Searches the submenus too. */
  getMenuItemById(id: string): MenuItem | null {
    const below = this.items.map(({ submenu }) => submenu?.getMenuItemById(id));
    return this.items.find((item) => item.id === id) ?? below.find(Boolean) ?? null;
  }
}

class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly click: (event?: object) => void;

  constructor(options: Template) {
    const { role, submenu, click, label = '' } = options;
    this.id = options.id;
    this.label = label;
    this.role = role;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.submenu = submenu && strict('electron.Menu', new Menu(submenu));
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.click = (event = {}) => {
      if (click === undefined) throw notModeled(`a click on the menu item ${role ?? label}`);
      click(this, undefined, event);
    };
  }
}

/** Creates the static part of `electron.Menu`. */
export function createMenu() {
  let applicationMenu: Menu | null = null;
  return strict('electron.Menu', {
    buildFromTemplate: (template: Template[]) => strict('electron.Menu', new Menu(template)),
    getApplicationMenu: () => applicationMenu,
    setApplicationMenu: (menu: Menu | null) => {
      applicationMenu = menu;
    },
  });
}
