import { isCommandName } from '../../src-shared/commands.ts';
import type { Call } from '../bridge/call.ts';
import type { Commands } from './commands.ts';

/**
 * Tells the application menu which commands are available, so that it disables the others. Changes of one render are
 * sent together.
 */
export function syncMenu({ available, subscribe }: Commands, call: Call): void {
  let isScheduled = false;
  subscribe(() => {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(() => {
      isScheduled = false;
      const commands = [...available().keys()].filter(isCommandName);
      // Ignore errors: the menu then shows an unavailable command, and choosing it does nothing.
      call('offerCommands', { commands }).catch(() => undefined);
    });
  });
}
