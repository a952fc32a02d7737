import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { AvailableCommands, Commands, OfferedName } from './commands.ts';

const CommandsContext = createContext<Commands | null>(null);

/** Provides the commands to components that offer or run them. */
export const CommandsProvider = CommandsContext.Provider;

function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (commands === null) throw new Error('Commands must be used inside a CommandsProvider');
  return commands;
}

/**
 * Offers a command while the component is mounted.
 *
 * @param run `null` while the command is unavailable.
 * @param label replaces the default name of the command.
 */
export function useCommand(name: OfferedName, run: (() => void) | null, label?: string): void {
  const { offer } = useCommands();
  const act = useEffectEvent(() => run?.());
  const isOffered = run !== null;
  useEffect(
    () => (isOffered ? offer(name, () => act(), label) : undefined),
    [offer, name, isOffered, label],
  );
}

/** Returns the function that runs a command, also while a dialog is open. */
export function useRunCommand(): (name: OfferedName) => void {
  return useCommands().run;
}

/** Returns the commands that can be run now. */
export function useAvailableCommands(): AvailableCommands {
  const { subscribe, available } = useCommands();
  return useSyncExternalStore(subscribe, available);
}
