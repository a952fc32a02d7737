import { commandOf, type CommandName } from '../../src-shared/commands.ts';

/** A command that can be run now. */
interface Offer {
  run: () => void;
  /** Replaces the default name, for example by the name of an account. */
  label: string | undefined;
}

/** The commands that can be run now, each with the label that replaces its default name. */
export type AvailableCommands = ReadonlyMap<CommandName, string | undefined>;

/**
 * The commands of the app. Features offer their commands while they are mounted. The menu, the keyboard and the palette
 * run commands by name and do not import the features.
 */
export interface Commands {
  /** Offers a command until the caller calls the returned function. */
  offer: (name: CommandName, run: () => void, label?: string) => () => void;
  /** Runs a command. Does nothing if it is not offered. */
  run: (name: CommandName) => void;
  /** As `run`, but does nothing if a dialog covers the list and the command needs the list. */
  runUnlessBehindDialog: (name: CommandName) => void;
  /** Returns the commands that can be run now. Returns the same object until they change. */
  available: () => AvailableCommands;
  /** Calls `listener` whenever the available commands change, until the caller calls the returned function. */
  subscribe: (listener: () => void) => () => void;
}

/** @param isDialogOpen whether a dialog covers the list. */
export function createCommands(isDialogOpen: () => boolean): Commands {
  const offers = new Map<CommandName, Offer>();
  const listeners = new Set<() => void>();
  let available: AvailableCommands = new Map();
  const update = () => {
    available = new Map([...offers].map(([name, { label }]) => [name, label]));
    for (const listener of listeners) listener();
  };
  const run = (name: CommandName) => offers.get(name)?.run();
  return {
    offer: (name, act, label) => {
      const offer = { run: act, label };
      offers.set(name, offer);
      update();
      return () => {
        // Another component may have offered the same command since.
        if (offers.get(name) !== offer) return;
        offers.delete(name);
        update();
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
