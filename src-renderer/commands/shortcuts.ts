import { getHotkeyHandler } from '@mantine/hooks';
import { commandNames, commandOf, type CommandName } from '../../src-shared/commands.ts';

/** Command takes Control's place on macOS, where Control moves the cursor in a text. */
export const isMac = (userAgent: string) => userAgent.includes('Macintosh');

/**
 * Makes what turns keys into commands, in inputs too: none of the shortcuts types anything. Every shortcut is kept from
 * the menu, which would run the command a second time. Chromium gives the page each key first, and Electron hands on to
 * the menu only what the page has not prevented: https://github.com/electron/electron/issues/19279
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
    // A grid or a field that has taken the key for itself, and an input method in the middle of a letter, keep it.
    if (!event.defaultPrevented && !event.isComposing) handle(event);
  };
}
