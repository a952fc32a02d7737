const keys: Partial<Record<string, string>> = {
  mod: 'CommandOrControl',
  alt: 'Alt',
  shift: 'Shift',
  plus: 'Plus',
  minus: '-',
};

/** A shortcut as Electron writes it: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */
export function toAccelerator(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => keys[key] ?? key)
    .join('+');
}
