import {
  commandNames,
  commandOf,
  isCommandName,
  type CommandName,
} from '../../src-shared/commands.ts';

/** A command that shows the view or the account with this number. Only the first nine have a shortcut. */
type NumberedCommand = `view${number}` | `account${number}`;

export type OfferedName = CommandName | NumberedCommand;

/** A command that can be run now. */
interface Offer {
  run: () => void;
  /** Replaces the default name, for example by the name of an account. */
  label: string | undefined;
}

/** The commands that can be run now, each with the label that replaces its default name. */
export type AvailableCommands = ReadonlyMap<OfferedName, string | undefined>;

/**
 * The commands of the app. Features offer their commands while they are mounted. The menu, the keyboard and the palette
 * run commands by name and do not import the features.
 */
export interface Commands {
  /** Offers a command until the caller calls the returned function. */
  offer: (name: OfferedName, run: () => void, label?: string) => () => void;
  /** Runs a command. Does nothing if it is not offered. */
  run: (name: OfferedName) => void;
  /** As `run`, but does nothing if a dialog covers the list and the command needs the list. */
  runUnlessBehindDialog: (name: CommandName) => void;
  /** Returns the commands that can be run now. Returns the same object until they change. */
  available: () => AvailableCommands;
  /** Calls `listener` whenever the available commands change, until the caller calls the returned function. */
  subscribe: (listener: () => void) => () => void;
}

/** @param isDialogOpen whether a dialog covers the list. */
export function createCommands(isDialogOpen: () => boolean): Commands {
  const offers = new Map<OfferedName, Offer>();
  const listeners = new Set<() => void>();
  let available: AvailableCommands = new Map();
  const update = () => {
    available = new Map([...offers].map(([name, { label }]) => [name, label]));
    for (const listener of listeners) listener();
  };
  const run = (name: OfferedName) => offers.get(name)?.run();
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

/** Returns the commands that can be run, in the order of the palette: those beyond the table come last, by number. */
export function sortNames(available: AvailableCommands): OfferedName[] {
  const numberOf = (name: string) => Number(/\d*$/.exec(name)?.[0]);
  const others = [...available.keys()].filter((name) => !isCommandName(name));
  return [
    ...commandNames.filter((name) => available.has(name)),
    ...others.toSorted((one, other) => numberOf(one) - numberOf(other)),
  ];
}

/** Returns the group of the palette that a command is in. */
export function groupOf(name: OfferedName): ReturnType<typeof commandOf>['group'] {
  if (isCommandName(name)) return commandOf(name).group;
  return name.startsWith('view') ? 'views' : 'accounts';
}
