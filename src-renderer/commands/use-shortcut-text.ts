import { useTranslation } from 'react-i18next';
import { formatShortcut } from './format-shortcut.ts';
import { isMac } from './key-handler.ts';

/** Returns a function that formats `mod+shift+O` for this operating system: as `⇧⌘O` or `Ctrl+Shift+O`. */
export function useShortcutText(): (shortcut: string) => string {
  const { t } = useTranslation();
  return (shortcut) => formatShortcut(shortcut, isMac(navigator.userAgent), t);
}
