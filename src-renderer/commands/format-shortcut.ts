import type { TFunction } from 'i18next';

/** Names that do not depend on the operating system. */
const keyNames = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** The modifiers in the order of macOS: https://developer.apple.com/design/human-interface-guidelines/keyboards */
const macModifiers: Partial<Record<string, string>> = { alt: '⌥', shift: '⇧', mod: '⌘' };

const macKeys: Partial<Record<string, string>> = {
  ...macModifiers,
  ...keyNames,
  plus: '+',
  minus: '−',
  PageUp: '⇞',
  PageDown: '⇟',
  Home: '↖',
};

/** Formats a shortcut as the menus of the operating system do: `⇧⌘O` on macOS, `Ctrl+Shift+O` elsewhere. */
export function formatShortcut(shortcut: string, isMac: boolean, t: TFunction): string {
  const keys = shortcut.split('+');
  if (isMac) {
    const modifiers = Object.keys(macModifiers).filter((key) => keys.includes(key));
    const others = keys.filter((key) => !modifiers.includes(key));
    return [...modifiers, ...others].map((key) => macKeys[key] ?? key).join('');
  }
  const others: Partial<Record<string, string>> = {
    ...keyNames,
    mod: 'Ctrl',
    shift: 'Shift',
    alt: 'Alt',
    plus: '+',
    minus: '−',
    PageUp: t('help.pageUp'),
    PageDown: t('help.pageDown'),
  };
  return keys.map((key) => others[key] ?? key).join('+');
}
