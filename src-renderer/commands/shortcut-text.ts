import type { TFunction } from 'i18next';

const macKeys: Partial<Record<string, string>> = {
  mod: '⌘',
  shift: '⇧',
  alt: '⌥',
  plus: '+',
  minus: '−',
  PageUp: '⇞',
  PageDown: '⇟',
  Home: '↖',
};

/** A shortcut as the system's own menus write it: `⌘E` on macOS, `Ctrl+E` elsewhere. */
export function shortcutText(shortcut: string, isMac: boolean, t: TFunction): string {
  const keys = shortcut.split('+');
  if (isMac) return keys.map((key) => macKeys[key] ?? key).join('');
  const others: Partial<Record<string, string>> = {
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
