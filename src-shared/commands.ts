/** The groups of the palette, in their order. */
export const commandGroups = ['list', 'filters', 'views', 'accounts', 'settings', 'app'] as const;

interface Command {
  group: (typeof commandGroups)[number];
  /**
   * Keys joined by `+`; `mod` is Command on macOS and Control elsewhere. The first shortcut is the one shown. The last
   * key is a character, `plus`, `minus`, or a name of https://www.w3.org/TR/uievents-key/#named-key-attribute-values
   */
  shortcuts: readonly string[];
  /** The command is also available while a dialog is open. The others act on the list behind it. */
  inDialogs?: true;
}

/** All commands of the menu and the palette, with their shortcuts. */
const commands = {
  refresh: { group: 'list', shortcuts: ['mod+R', 'F5'] },
  export: { group: 'list', shortcuts: ['mod+E'] },
  exportAgain: { group: 'list', shortcuts: ['mod+shift+E'] },
  recentExports: { group: 'list', shortcuts: [] },
  importAnnotations: { group: 'list', shortcuts: [] },
  settings: { group: 'settings', shortcuts: ['mod+,'] },
  backUp: { group: 'settings', shortcuts: [] },
  restoreBackup: { group: 'settings', shortcuts: [] },
  find: { group: 'list', shortcuts: ['mod+F'] },
  clearFilters: { group: 'filters', shortcuts: [] },
  showNewlyCreated: { group: 'filters', shortcuts: [] },
  showEnabled: { group: 'filters', shortcuts: [] },
  showDisabled: { group: 'filters', shortcuts: [] },
  matchList: { group: 'filters', shortcuts: [] },
  nextPage: { group: 'list', shortcuts: ['mod+PageDown'] },
  previousPage: { group: 'list', shortcuts: ['mod+PageUp'] },
  firstPage: { group: 'list', shortcuts: ['alt+Home'] },
  toggleOverview: { group: 'list', shortcuts: ['mod+shift+O'] },
  toggleChanges: { group: 'list', shortcuts: ['mod+shift+H'] },
  palette: { group: 'app', shortcuts: ['mod+K'] },
  compactRows: { group: 'settings', shortcuts: [], inDialogs: true },
  comfortableRows: { group: 'settings', shortcuts: [], inDialogs: true },
  systemColors: { group: 'settings', shortcuts: [], inDialogs: true },
  lightColors: { group: 'settings', shortcuts: [], inDialogs: true },
  darkColors: { group: 'settings', shortcuts: [], inDialogs: true },
  english: { group: 'settings', shortcuts: [], inDialogs: true },
  vietnamese: { group: 'settings', shortcuts: [], inDialogs: true },
  // A US keyboard needs Shift for the plus.
  zoomIn: { group: 'settings', shortcuts: ['mod+plus', 'mod+='], inDialogs: true },
  zoomOut: { group: 'settings', shortcuts: ['mod+minus'], inDialogs: true },
  resetZoom: { group: 'settings', shortcuts: ['mod+0'], inDialogs: true },
  allTenants: { group: 'views', shortcuts: [] },
  hotlines: { group: 'views', shortcuts: [] },
  view1: { group: 'views', shortcuts: ['mod+shift+1'] },
  view2: { group: 'views', shortcuts: ['mod+shift+2'] },
  view3: { group: 'views', shortcuts: ['mod+shift+3'] },
  view4: { group: 'views', shortcuts: ['mod+shift+4'] },
  view5: { group: 'views', shortcuts: ['mod+shift+5'] },
  view6: { group: 'views', shortcuts: ['mod+shift+6'] },
  view7: { group: 'views', shortcuts: ['mod+shift+7'] },
  view8: { group: 'views', shortcuts: ['mod+shift+8'] },
  view9: { group: 'views', shortcuts: ['mod+shift+9'] },
  saveView: { group: 'views', shortcuts: [] },
  allAccounts: { group: 'accounts', shortcuts: [] },
  addAccount: { group: 'accounts', shortcuts: [] },
  account1: { group: 'accounts', shortcuts: ['mod+1'] },
  account2: { group: 'accounts', shortcuts: ['mod+2'] },
  account3: { group: 'accounts', shortcuts: ['mod+3'] },
  account4: { group: 'accounts', shortcuts: ['mod+4'] },
  account5: { group: 'accounts', shortcuts: ['mod+5'] },
  account6: { group: 'accounts', shortcuts: ['mod+6'] },
  account7: { group: 'accounts', shortcuts: ['mod+7'] },
  account8: { group: 'accounts', shortcuts: ['mod+8'] },
  account9: { group: 'accounts', shortcuts: ['mod+9'] },
  shortcuts: { group: 'app', shortcuts: ['mod+/'] },
  whatsNew: { group: 'app', shortcuts: [] },
  checkForUpdates: { group: 'app', shortcuts: [] },
  copyDiagnostics: { group: 'app', shortcuts: [] },
  showLogs: { group: 'app', shortcuts: [], inDialogs: true },
  about: { group: 'app', shortcuts: [] },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

/** The commands that show the first nine accounts, in the order of the accounts. */
export const accountCommands = [
  'account1',
  'account2',
  'account3',
  'account4',
  'account5',
  'account6',
  'account7',
  'account8',
  'account9',
] as const satisfies readonly CommandName[];

/** The commands that show the first nine views, in the order of their tabs. */
export const viewCommands = [
  'view1',
  'view2',
  'view3',
  'view4',
  'view5',
  'view6',
  'view7',
  'view8',
  'view9',
] as const satisfies readonly CommandName[];

/** All names, in the order of `commands`. */
export const commandNames: readonly CommandName[] = Object.keys(commands).filter(isCommandName);

export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(commands, text);
}

/** Returns a command as the type that all commands share. */
export function commandOf(name: CommandName): Command {
  return commands[name];
}
