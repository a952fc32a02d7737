import { getHotkeyHandler } from '@mantine/hooks';
import { commandNames, commandOf, type CommandName } from '../../src-shared/commands.ts';

/** On macOS, shortcuts use Command instead of Control, which moves the cursor in text fields. */
export const isMac = (userAgent: string) => userAgent.includes('Macintosh');

/**
 * Creates a listener for `keydown` that runs commands by their shortcuts. It also works in text fields, because no
 * shortcut types a character. It prevents the default action, so that the menu does not run the command a second time:
 * Electron passes a key to the menu only if the page has not prevented it.
 * https://github.com/electron/electron/issues/19279
 */
export function createKeyHandler(
  run: (name: CommandName) => void,
  userAgent: string,
): (event: KeyboardEvent) => void {
  const modifier = isMac(userAgent) ? 'meta' : 'ctrl';
  const handle = getHotkeyHandler(
    commandNames.flatMap((name) =>
      commandOf(name).shortcuts.map((shortcut): [string, (event: KeyboardEvent) => void] => [
        shortcut.replace('mod', modifier),
        () => run(name),
      ]),
    ),
  );
  return (event) => {
    // Ignore keys that a component has handled, and keys of an input method that is composing a letter.
    if (!event.defaultPrevented && !event.isComposing) handle(event);
  };
}
