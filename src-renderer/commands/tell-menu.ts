import type { Call } from '../bridge/client.ts';
import type { Commands } from './commands.ts';

/** Lets the menu gray out what cannot be had right now. One screen's changes travel together. */
export function tellMenu({ available, subscribe }: Commands, call: Call): void {
  let isTold = true;
  subscribe(() => {
    if (!isTold) return;
    isTold = false;
    setTimeout(() => {
      isTold = true;
      const commands = [...available().keys()];
      // A menu that could not be told says a little too much, and nothing is lost.
      call('offerCommands', { commands }).catch(() => undefined);
    });
  });
}
