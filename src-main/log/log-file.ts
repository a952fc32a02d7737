import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { createFolderSync } from '../files/create-folder.ts';
import type { LogEntry } from './log.ts';

const maximumBytes = 1_000_000;
/** `main.log` is the current file. `main.1.log` is the newest of the full ones. */
const fullFiles = 3;

/**
 * Creates the function that writes entries to `main.log` in `folder` and to the console. Full files are kept under
 * numbered names. The function never throws: the app also works if the disk is full and nobody reads its output.
 *
 * @param print writes to the console.
 */
export function openLogFile(
  folder: string,
  print: (text: string) => void = console.error,
): (entry: LogEntry) => void {
  ignoreBrokenPipes();
  const path = join(folder, 'main.log');
  const logger = electronLog.create({ logId: path });
  const { console: toConsole, file: toFile } = logger.transports;
  toConsole.writeFn = ({ message: { data } }) => print(data.join(' '));
  toConsole.format = '{text}';
  toFile.format = ({ data, level, message }) => [
    `${message.date.toISOString()} [${level}] ${data.join(' ')}`,
  ];
  toFile.maxSize = maximumBytes;
  toFile.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  toFile.resolvePathFn = () => {
    // Also if it was deleted while the app runs. Without it, nothing is written to the file.
    createFolderSync(folder);
    return path;
  };
  toFile.archiveLogFn = (file) => {
    try {
      rotate(folder);
    } catch {
      // A full file must not grow for ever, and its older part is of less use than what comes next.
      file.clear();
    }
  };
  return ({ level, text }) => {
    try {
      logger[level](text);
    } catch {
      // There is no other place to report it.
    }
  };
}

function rotate(folder: string): void {
  const name = (number: number) => join(folder, `main${number === 0 ? '' : `.${number}`}.log`);
  rmSync(name(fullFiles), { force: true });
  for (let number = fullFiles - 1; number >= 0; number--) {
    try {
      renameSync(name(number), name(number + 1));
    } catch (error) {
      if (number === 0) throw error;
    }
  }
}

/**
 * Keeps the process alive if nobody reads its output. Without a listener, the `EPIPE` of the stream is an uncaught
 * error: https://nodejs.org/api/process.html#a-note-on-process-io
 */
function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  }
}
