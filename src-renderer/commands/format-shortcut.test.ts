import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { locales } from '../../src-shared/locales/index.ts';
import { formatShortcut } from './format-shortcut.ts';

let t: TFunction;
beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: 'en', resources: locales });
});

it.each([
  ['mod+E', '⌘E', 'Ctrl+E'],
  ['mod+shift+O', '⇧⌘O', 'Ctrl+Shift+O'],
  ['mod+shift+ArrowLeft', '⇧⌘←', 'Ctrl+Shift+←'],
  ['alt+Home', '⌥↖', 'Alt+Home'],
  ['mod+plus', '⌘+', 'Ctrl++'],
  ['shift+ArrowDown', '⇧↓', 'Shift+↓'],
  ['F5', 'F5', 'F5'],
])('formats %s as %s on macOS and as %s elsewhere', (shortcut, onMac, elsewhere) => {
  expect(formatShortcut(shortcut, true, t)).toBe(onMac);
  expect(formatShortcut(shortcut, false, t)).toBe(elsewhere);
});
