import { commandOf, type CommandName } from '../../src-shared/commands.ts';

/** A command that can be run right now. */
interface Offer {
  run: () => void;
  /** In place of its usual name, such as an account's own. */
  label: string | undefined;
}

/** What can be run, with the names of those that have one of their own. */
export type Available = ReadonlyMap<CommandName, string | undefined>;

/**
 * What the app can do right now. Features offer their commands while they are on screen; menu, keys and palette run
 * them by name and need to know none of the features.
 */
export interface Commands {
  /** Offers a command until the returned function is called. */
  offer: (name: CommandName, run: () => void, label?: string) => () => void;
  /** Does nothing for a command that is not offered. */
  run: (name: CommandName) => void;
  /** As `run`, for the menu and for keys: what belongs to the list waits until no dialog stands before it. */
  runUnlessBehindDialog: (name: CommandName) => void;
  /** The same object until something changes. */
  available: () => Available;
  /** Calls `listener` for every change of what is available, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
}

/** @param isDialogOpen whether one stands before the list. */
export function createCommands(isDialogOpen: () => boolean): Commands {
  const offers = new Map<CommandName, Offer>();
  const listeners = new Set<() => void>();
  let available: Available = new Map();
  const changed = () => {
    available = new Map([...offers].map(([name, { label }]) => [name, label]));
    for (const listener of listeners) listener();
  };
  const run = (name: CommandName) => offers.get(name)?.run();
  return {
    offer: (name, act, label) => {
      const offer = { run: act, label };
      offers.set(name, offer);
      changed();
      return () => {
        // A successor may have taken the name already.
        if (offers.get(name) !== offer) return;
        offers.delete(name);
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
