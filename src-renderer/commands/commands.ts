import { commandOf, type CommandName } from '../../src-shared/commands.ts';

/**
 * What the app can do right now. Features offer their commands while they are on screen; menu, keys and palette run
 * them by name and need to know none of the features.
 */
export interface Commands {
  /** Offers a command until the returned function is called. */
  offer: (name: CommandName, run: () => void) => () => void;
  /** Does nothing for a command that is not offered. */
  run: (name: CommandName) => void;
  /** As `run`, for the menu and for keys: what belongs to the list waits until no dialog stands before it. */
  runUnlessBehindDialog: (name: CommandName) => void;
  /** The same object until something changes. */
  available: () => ReadonlySet<CommandName>;
  /** Calls `listener` for every change of what is available, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
}

/** @param isDialogOpen whether one stands before the list. */
export function createCommands(isDialogOpen: () => boolean): Commands {
  const offered = new Map<CommandName, () => void>();
  const listeners = new Set<() => void>();
  let available: ReadonlySet<CommandName> = new Set();
  const changed = () => {
    available = new Set(offered.keys());
    for (const listener of listeners) listener();
  };
  const run = (name: CommandName) => offered.get(name)?.();
  return {
    offer: (name, act) => {
      offered.set(name, act);
      changed();
      return () => {
        // A successor may have taken the name already.
        if (offered.get(name) !== act) return;
        offered.delete(name);
        changed();
      };
    },
    run,
    runUnlessBehindDialog: (name) => {
      if (commandOf(name).inDialogs === true || !isDialogOpen()) run(name);
    },
    available: () => available,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
