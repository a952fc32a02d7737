import { addAbortSignal, type Readable } from 'node:stream';
import { AppError } from '../../src-shared/errors.ts';
import { longestPastedKey } from '../../src-shared/limits.ts';
import { CommandError } from './command-error.ts';

/**
 * Reads an API key from standard input to its end.
 *
 * @param input standard input; `null` if it is a terminal.
 * @throws CommandError `key_not_piped` for a terminal, and if standard input cannot be read; AppError `api_key_too_long`;
 * `canceled`.
 */
export async function readPipedKey(input: Readable | null, signal: AbortSignal): Promise<string> {
  if (input === null) throw new CommandError('key_not_piped');
  let text = '';
  try {
    for await (const chunk of addAbortSignal(signal, input.setEncoding('utf8'))) {
      text += String(chunk);
      if (text.length > longestPastedKey) break;
    }
  } catch (error) {
    if (signal.aborted)
      throw new AppError({ code: 'canceled', message: 'The process was stopped' });
    // On Windows, the end of a pipe can be an error: https://github.com/nodejs/node/issues/35997
    if (!isEnd(error)) throw new CommandError('key_not_piped');
  }
  if (text.length > longestPastedKey) {
    throw new AppError({ code: 'api_key_too_long', message: 'The text is too long for a key' });
  }
  return text;
}

function isEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EOF';
}
