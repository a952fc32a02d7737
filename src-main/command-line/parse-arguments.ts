import { isAbsolute, resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { z } from 'zod';
import { languages } from '../../src-shared/choices.ts';
import { isKnown } from '../../src-shared/tenant-fields.ts';
import type { Language } from '../../src-shared/preferences.ts';
import { commandNames, commandSchema, formatOf, type Command } from './command.ts';
import { CommandError } from './command-error.ts';

/** What the command line asks for. */
export type ParsedArguments =
  /** There is no command: the app opens its window. */
  | { kind: 'window' }
  | { kind: 'help'; language: Language | null }
  | { kind: 'command'; command: Command; language: Language | null }
  | { kind: 'wrongUsage'; error: CommandError; language: Language | null };

type CommandName = (typeof commandNames)[number];

/** `--lang` and the switches of Chromium that make sense without a window. */
const commonOptions = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  'user-data-dir': { type: 'string' },
  'ozone-platform': { type: 'string' },
  'no-sandbox': { type: 'boolean' },
  'disable-gpu': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

const accountOptions = {
  account: { type: 'string' },
  'all-accounts': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

const optionsOf: Readonly<Record<CommandName, ParseArgsOptionsConfig>> = {
  export: {
    ...accountOptions,
    view: { type: 'string' },
    refresh: { type: 'boolean' },
    to: { type: 'string' },
    schedule: { type: 'string' },
  },
  refresh: accountOptions,
  'add-account': { url: { type: 'string' }, name: { type: 'string' } },
  'list-accounts': {},
  'list-views': {},
};

const valuesSchema = z.object({
  account: z.string().optional(),
  'all-accounts': z.boolean().default(false),
  view: z.string().optional(),
  refresh: z.boolean().default(false),
  to: z.string().optional(),
  schedule: z.string().optional(),
  url: z.string().optional(),
  name: z.string().optional(),
});

/** A mistyped command. The operating system opens the app with paths, addresses and switches, which are none. */
const word = /^[a-z][\w-]*$/i;
/** An option of a command that is missing or does not come first. */
const ownOption = /^(--(?:account|all-accounts|view|refresh|to|url))(?:=|$)/;

/**
 * Parses the arguments of the app, without its program.
 *
 * @param workingFolder returns the folder that a relative path starts from. It throws if the folder is gone.
 */
export function parseArguments(
  args: readonly string[],
  workingFolder: () => string,
): ParsedArguments {
  const language = languageOf(args);
  const [first] = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--lang');
  const name = commandNames.find((each) => each === first);
  const asksForHelp = args.includes('--help') || args.includes('-h') || first === 'help';
  if (asksForHelp) return { kind: 'help', language };
  try {
    if (name !== undefined) {
      return { kind: 'command', command: parseCommand(name, args, workingFolder), language };
    }
  } catch (error) {
    if (error instanceof CommandError) return { kind: 'wrongUsage', error, language };
    throw error;
  }
  const error = mistypedCommand(first, args);
  return error === null ? { kind: 'window' } : { kind: 'wrongUsage', error, language };
}

/** Returns the error about arguments that are meant as a command but do not begin with one; `null` if they are not. */
function mistypedCommand(first: string | undefined, args: readonly string[]): CommandError | null {
  // The first word can be the key, which is never printed.
  if (args.includes('add-account')) return wrong('add-account');
  if (first !== undefined && word.test(first)) return wrong(first);
  const [, option] = args.map((arg) => ownOption.exec(arg)).find((found) => found !== null) ?? [];
  return option === undefined ? null : wrong(option);
}

/** Returns the language of `--lang`: `vi`, or a locale such as `vi-VN`, which Chromium has in the same switch. */
function languageOf(args: readonly string[]): Language | null {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.split('=')[1] ?? args[at + 1] ?? '';
  const [language = ''] = at === -1 ? [] : value.split('-');
  return isKnown(languages, language) ? language : null;
}

/** @throws CommandError `usage_wrong`, `key_not_piped`, `working_folder_missing` */
function parseCommand(
  name: CommandName,
  args: readonly string[],
  workingFolder: () => string,
): Command {
  const { values, positionals } = parseStrictly(name, args);
  const [, extra] = positionals;
  // It can be the key, which is never printed.
  if (extra !== undefined && name === 'add-account') throw new CommandError('key_not_piped');
  if (extra !== undefined) throw wrong(extra);
  if (typeof values.lang === 'string' && languageOf(args) === null) throw wrong('--lang');
  const { account, view, refresh, to, schedule, ...others } = valuesSchema.parse(values);
  if (name === 'list-accounts' || name === 'list-views') return { name };
  if (name === 'add-account') {
    if (others.url === undefined) throw wrong('--url');
    return checked({ name, baseUrl: others.url, accountName: others.name ?? null });
  }
  const isForAll = others['all-accounts'];
  if ((account !== undefined) === isForAll) throw wrong('--account');
  const ofAccount = { account: account ?? null };
  if (name === 'refresh') return checked({ name, ...ofAccount });
  if (to === undefined || formatOf(to) === undefined) throw wrong('--to');
  const path = absolutePath(to, workingFolder);
  const scheduleId = schedule ?? null;
  return checked({ name, ...ofAccount, view: view ?? null, refreshes: refresh, scheduleId, path });
}

/** @throws CommandError `working_folder_missing` for a relative path, `usage_wrong` for bytes that are no text */
function absolutePath(path: string, workingFolder: () => string): string {
  const absolute = resolveFrom(workingFolder, path);
  // Node replaces bytes that are not UTF-8 by this character, so that the path would be that of another file.
  if (absolute.includes('\ufffd')) throw wrong('--to');
  return absolute;
}

/** @throws CommandError `working_folder_missing` */
function resolveFrom(workingFolder: () => string, path: string): string {
  try {
    return isAbsolute(path) ? resolve(path) : resolve(workingFolder(), path);
  } catch {
    throw new CommandError('working_folder_missing', '--to');
  }
}

/**
 * Parses the arguments of a command. Each of its own options can be given once. The switches of Chromium can be repeated,
 * because wrappers add them too.
 *
 * @throws CommandError `usage_wrong` for an option that the command does not have, that needs a value, or is repeated.
 */
function parseStrictly(name: CommandName, args: readonly string[]) {
  const { values, positionals, tokens } = parseKnown(name, args);
  const given = tokens
    .filter((token) => token.kind === 'option')
    .map((token) => token.name)
    .filter((option) => option in optionsOf[name]);
  const repeated = given.find((option, at) => given.indexOf(option) !== at);
  if (repeated !== undefined) throw wrong(`--${repeated}`);
  return { values, positionals };
}

/** @throws CommandError `usage_wrong` for an option that the command does not have, or that needs a value. */
function parseKnown(name: CommandName, args: readonly string[]) {
  const options = { ...commonOptions, ...optionsOf[name] };
  try {
    return parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
      tokens: true,
    });
  } catch (error) {
    // Node's message begins with the option in quotes.
    const [, option] = /'(-[^' ,]*)/.exec(error instanceof Error ? error.message : '') ?? [];
    const hasOption = Object.keys(options).some((each) => option === `--${each}`);
    // An unknown option can be the key, which is never printed.
    throw wrong(option !== undefined && (hasOption || name !== 'add-account') ? option : name);
  }
}

const optionOf: Partial<Record<string, string>> = {
  path: '--to',
  scheduleId: '--schedule',
  baseUrl: '--url',
  accountName: '--name',
};

/** @throws CommandError `usage_wrong` */
function checked(command: Command): Command {
  const parsed = commandSchema.safeParse(command);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0]);
  throw wrong(optionOf[field] ?? `--${field}`);
}

function wrong(argument: string): CommandError {
  return new CommandError('usage_wrong', argument);
}
