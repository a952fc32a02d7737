interface Command {
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
  refresh: { shortcuts: ['mod+R', 'F5'] },
  export: { shortcuts: ['mod+E'] },
  settings: { shortcuts: ['mod+,'] },
  find: { shortcuts: ['mod+F'] },
  clearFilters: { shortcuts: [] },
  nextPage: { shortcuts: ['mod+PageDown'] },
  previousPage: { shortcuts: ['mod+PageUp'] },
  firstPage: { shortcuts: ['alt+Home'] },
  toggleOverview: { shortcuts: ['mod+shift+O'] },
  palette: { shortcuts: ['mod+K'] },
  compactRows: { shortcuts: [], inDialogs: true },
  comfortableRows: { shortcuts: [], inDialogs: true },
  systemColors: { shortcuts: [], inDialogs: true },
  lightColors: { shortcuts: [], inDialogs: true },
  darkColors: { shortcuts: [], inDialogs: true },
  english: { shortcuts: [], inDialogs: true },
  vietnamese: { shortcuts: [], inDialogs: true },
  // With and without Shift, of the main block and of the number pad: https://github.com/heyman/heynote/issues/23
  zoomIn: { shortcuts: ['mod+plus', 'mod+=', 'mod+shift+plus', 'mod+shift+='], inDialogs: true },
  zoomOut: { shortcuts: ['mod+minus', 'mod+shift+minus'], inDialogs: true },
  resetZoom: { shortcuts: ['mod+0'], inDialogs: true },
  allAccounts: { shortcuts: [] },
  addAccount: { shortcuts: [] },
  account1: { shortcuts: ['mod+1'] },
  account2: { shortcuts: ['mod+2'] },
  account3: { shortcuts: ['mod+3'] },
  account4: { shortcuts: ['mod+4'] },
  account5: { shortcuts: ['mod+5'] },
  account6: { shortcuts: ['mod+6'] },
  account7: { shortcuts: ['mod+7'] },
  account8: { shortcuts: ['mod+8'] },
  account9: { shortcuts: ['mod+9'] },
  shortcuts: { shortcuts: ['mod+/'] },
  copyDiagnostics: { shortcuts: [] },
  about: { shortcuts: [] },
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
