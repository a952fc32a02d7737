import { commandNames, commandOf, type CommandName } from '../../src-shared/commands.ts';
import { physicalCharacter, typesText, type PressedKey } from '../keyboard/pressed-key.ts';

/** On macOS, shortcuts use Command instead of Control, which moves the cursor in text fields. */
export const isMac = (userAgent: string) => userAgent.includes('Macintosh');

/** The parts of a `keydown` event that the listener reads and calls. */
type KeyDown = PressedKey &
  Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Pick<KeyboardEvent, 'defaultPrevented' | 'preventDefault'>;

interface Shortcut {
  name: CommandName;
  /** A character in lower case, or the name of another key. */
  key: string;
  hasMod: boolean;
  hasAlt: boolean;
  hasShift: boolean;
}

const namedCharacters: Partial<Record<string, string>> = { plus: '+', minus: '-' };

function parseShortcut(name: CommandName, text: string): Shortcut {
  const keys = text.split('+');
  const last = keys.at(-1) ?? '';
  return {
    name,
    key: namedCharacters[last] ?? (last.length === 1 ? last.toLowerCase() : last),
    hasMod: keys.includes('mod'),
    hasAlt: keys.includes('alt'),
    hasShift: keys.includes('shift'),
  };
}

/**
 * Creates a listener for `keydown` that runs commands by their shortcuts. It also works in text fields, because no
 * shortcut types a character. It prevents the default action, so that the menu does not run the command a second time:
 * Electron passes a key to the menu only if the page has not prevented it.
 * https://github.com/electron/electron/issues/19279
 */
export function createKeyHandler(
  run: (name: CommandName) => void,
  userAgent: string,
): (event: KeyDown) => void {
  const shortcuts = commandNames.flatMap((name) =>
    commandOf(name).shortcuts.map((text) => parseShortcut(name, text)),
  );
  const find = (event: KeyDown): Shortcut | undefined => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event;
    const [mod, other] = isMac(userAgent) ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
    if (other) return undefined;
    const possible = shortcuts.filter(({ hasMod, hasAlt }) => hasMod === mod && hasAlt === altKey);
    const isSame = (shortcut: Shortcut) => shortcut.hasShift === shiftKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const physical = physicalCharacter(event);
    return (
      possible.find((shortcut) => shortcut.key === key && isSame(shortcut)) ??
      // Digits and signs need Shift on some keyboards: `/` is Shift+7 on a German one.
      possible.find((shortcut) => shortcut.key === key && /^[^a-z]$/.test(key)) ??
      possible.find((shortcut) => shortcut.key === physical && isSame(shortcut))
    );
  };
  return (event) => {
    // Ignore keys that a component has handled.
    if (event.defaultPrevented || typesText(event)) return;
    const shortcut = find(event);
    if (shortcut === undefined) return;
    event.preventDefault();
    run(shortcut.name);
  };
}
