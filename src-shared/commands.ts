/** Where a command stands in the palette, in this order. */
export const commandGroups = ['list', 'filters', 'accounts', 'settings', 'app'] as const;

interface Command {
  group: (typeof commandGroups)[number];
  /**
   * Keys joined by `+`; `mod` is Command on macOS and Control elsewhere. The first one is shown. The names of keys are
   * those of Mantine's hotkeys: https://mantine.dev/hooks/use-hotkeys/
   */
  shortcuts: readonly string[];
  /** Also while a dialog is open; the others belong to the list, which then stands behind it. */
  inDialogs?: true;
}

/** Everything that can be asked of the app from the menu, by a shortcut and in the palette. */
export const commands = {
  refresh: { group: 'list', shortcuts: ['mod+R', 'F5'] },
  export: { group: 'list', shortcuts: ['mod+E'] },
  settings: { group: 'settings', shortcuts: ['mod+,'] },
  find: { group: 'list', shortcuts: ['mod+F'] },
  clearFilters: { group: 'filters', shortcuts: [] },
  showNewlyCreated: { group: 'filters', shortcuts: [] },
  showEnabled: { group: 'filters', shortcuts: [] },
  showDisabled: { group: 'filters', shortcuts: [] },
  nextPage: { group: 'list', shortcuts: ['mod+PageDown'] },
  previousPage: { group: 'list', shortcuts: ['mod+PageUp'] },
  firstPage: { group: 'list', shortcuts: ['alt+Home'] },
  toggleOverview: { group: 'list', shortcuts: ['mod+shift+O'] },
  palette: { group: 'app', shortcuts: ['mod+K'] },
  compactRows: { group: 'settings', shortcuts: [], inDialogs: true },
  comfortableRows: { group: 'settings', shortcuts: [], inDialogs: true },
  systemColors: { group: 'settings', shortcuts: [], inDialogs: true },
  lightColors: { group: 'settings', shortcuts: [], inDialogs: true },
  darkColors: { group: 'settings', shortcuts: [], inDialogs: true },
  english: { group: 'settings', shortcuts: [], inDialogs: true },
  vietnamese: { group: 'settings', shortcuts: [], inDialogs: true },
  // With and without Shift, of the main block and of the number pad: https://github.com/heyman/heynote/issues/23
  zoomIn: {
    group: 'settings',
    shortcuts: ['mod+plus', 'mod+=', 'mod+shift+plus', 'mod+shift+='],
    inDialogs: true,
  },
  zoomOut: { group: 'settings', shortcuts: ['mod+minus', 'mod+shift+minus'], inDialogs: true },
  resetZoom: { group: 'settings', shortcuts: ['mod+0'], inDialogs: true },
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
  copyDiagnostics: { group: 'app', shortcuts: [] },
  about: { group: 'app', shortcuts: [] },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

/** Show the first nine accounts, in their order. */
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

/** In the order of the table. */
export const commandNames: readonly CommandName[] = Object.keys(commands).filter(
  (name): name is CommandName => name in commands,
);

/** What is known of a command, under the type that all of them share. */
export function commandOf(name: CommandName): Command {
  return commands[name];
}
