import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { app } from 'electron';
import type { CommandResult } from '../command-line/command.ts';
import { findOwnAppImage } from '../files/own-app-image.ts';
import type { Optional } from './optional.ts';

/** Returns the arguments of this process, without Electron and the path of the app. */
export function appArguments(): string[] {
  const [, ...args] = process.argv;
  if (app.isPackaged) return args;
  const appPath = args.findIndex((arg) => !arg.startsWith('-'));
  return args.filter((_arg, at) => at !== appPath);
}

/** Returns the program of the app and the arguments that it needs, for tasks of the operating system. */
export function ownProgram(): [program: string, ...args: string[]] {
  const program = findOwnAppImage(process.env, process.resourcesPath) ?? process.execPath;
  const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
  return [
    program,
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    // A task can run without a display.
    ...(process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
    ...(dataFolder === '' ? [] : [`--user-data-dir=${dataFolder}`]),
  ];
}

/** Returns a signal that is aborted when the user or the system stops this process. It then has to end itself. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  // Chromium handles the same signals, and quits the app.
  app.on('before-quit', (event) => {
    event.preventDefault();
    stop();
  });
  return controller.signal;
}

/** Returns standard input; `null` if it is a terminal, which would show a key that is typed. */
export function pipedInput(): Readable | null {
  if (isatty(0)) return null;
  // On Windows, Electron replaces `process.stdin` with an empty stream:
  // https://github.com/electron/electron/blob/main/lib/common/init.ts
  return process.platform === 'win32' ? createReadStream('', { fd: 0 }) : process.stdin;
}

/** Removes the icon that macOS shows in the dock for every app. */
export function hideFromDock(optional: Optional): void {
  optional('dock', () => app.dock?.hide(), undefined);
}

/** Prints what a command is doing. A script reads only standard output. */
export function printProgress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Prints the result of a command and ends this process. */
export async function endWithResult({ exitCode, output, message }: CommandResult): Promise<void> {
  printProgress(message);
  await endWithText(JSON.stringify(output), exitCode);
}

/** Prints a text and ends this process. */
export async function endWithText(text: string, exitCode: number): Promise<void> {
  const written = Promise.withResolvers<null>();
  // A pipe can take only a part at once. If nobody reads it any more, as in `command | head -0`, the callback gets an
  // error, which changes nothing: the work is done.
  process.stdout.write(`${text}\n`, () => written.resolve(null));
  await written.promise;
  app.exit(exitCode);
}
