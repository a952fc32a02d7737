import { useTranslation } from 'react-i18next';
import { shortcutText } from './shortcut-text.ts';
import { isMac } from './shortcuts.ts';

/** What writes a shortcut as this system's own menus do: `mod+shift+O` as `⇧⌘O` or as `Ctrl+Shift+O`. */
export function useShortcutText(): (shortcut: string) => string {
  const { t } = useTranslation();
  return (shortcut) => shortcutText(shortcut, isMac(navigator.userAgent), t);
}
