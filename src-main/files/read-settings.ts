import { readFile, stat } from 'node:fs/promises';
import { systemCode } from './file-error.ts';
import { retryWhileHeld } from './retry-while-held.ts';

/**
 * Bytes of a settings file. Most have a few kilobytes, but each of 100 views can have a filter by 10,000 values. A larger
 * file is damaged, and parsing it would delay the start.
 */
export const largestSettings = 100_000_000;

/** How long reading a settings file may fail before the file counts as unreadable. */
const patienceMilliseconds = 1_000;

/** Codes of errors that pass: too many files are open, memory is short, or a disk on a network does not answer. */
const passingCodes = new Set([
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EAGAIN',
  'EIO',
  'ESTALE',
  'ETIMEDOUT',
]);

/**
 * Reads a JSON file of the app. An editor may have saved it with a byte order mark or as UTF-16.
 *
 * @param largest the largest size of the file, in bytes.
 * @returns its text and its JSON value, `missing`, or `unreadable`: it is no JSON, is too large, is a folder or a device,
 * or the system refuses to read it.
 */
export async function readSettings(
  path: string,
  largest = largestSettings,
): Promise<{ text: string; json: unknown } | 'missing' | 'unreadable'> {
  try {
    const bytes = await retryWhileHeld(() => readBytes(path, largest), {
      milliseconds: patienceMilliseconds,
      codes: passingCodes,
    });
    if (bytes === null) return 'unreadable';
    const text = decode(bytes);
    return { text, json: JSON.parse(text) };
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** Returns `null` for what is no file or is too large. */
async function readBytes(path: string, largest: number): Promise<Buffer | null> {
  const stats = await stat(path);
  // Reading a pipe would wait for ever.
  return stats.isFile() && stats.size <= largest ? readFile(path) : null;
}

/** @throws TypeError for bytes that are no text. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  // Removes the byte order mark.
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
