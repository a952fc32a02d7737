import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { CommandName } from '../../src-shared/commands.ts';
import type { Available, Commands } from './commands.ts';

const CommandsContext = createContext<Commands | null>(null);

/** Hands the commands down to whoever offers or runs one. */
export const CommandsProvider = CommandsContext.Provider;

function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (commands === null) throw new Error('Commands need a CommandsProvider above');
  return commands;
}

/**
 * Offers a command while the component is there.
 *
 * @param run `null` when it cannot be had right now.
 * @param label in place of the command's usual name.
 */
export function useCommand(name: CommandName, run: (() => void) | null, label?: string): void {
  const { offer } = useCommands();
  const act = useEffectEvent(() => run?.());
  const isOffered = run !== null;
  useEffect(
    () => (isOffered ? offer(name, () => act(), label) : undefined),
    [offer, name, isOffered, label],
  );
}

/** The function that runs a command, whatever stands before the list. */
export function useRunCommand(): (name: CommandName) => void {
  return useCommands().run;
}

/** What can be run right now. */
export function useAvailableCommands(): Available {
  const { subscribe, available } = useCommands();
  return useSyncExternalStore(subscribe, available);
}
