import { access } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { cutText } from '../../src-shared/cut-text.ts';
import { systemCode } from './file-error.ts';

/**
 * The longest name with a number, in bytes of UTF-8. Linux has this limit. Windows and macOS count UTF-16 units, of which
 * a text never has more than bytes.
 */
const longestNumberedName = 255;

/** No disk has a limit as low as this, in bytes: if such a name is too long, the path of its folder is. */
const shortestCutName = 32;

/**
 * Returns `path` if nothing exists there, otherwise the first free path of `name (2).xlsx`, `name (3).xlsx` and so on. A
 * name that is too long for the disk is shortened before its number and its extension.
 *
 * @param isReserved returns whether a path counts as taken although nothing exists there yet.
 */
export async function findFreePath(
  path: string,
  isReserved: (path: string) => boolean,
): Promise<string> {
  const name = basename(path);
  const folder = path.slice(0, path.length - name.length);
  let limit = Infinity;
  let number = 1;
  for (;;) {
    const candidateName = number === 1 ? cutName(name, '', limit) : addNumber(name, number, limit);
    const candidate = `${folder}${candidateName}`;
    const state = isReserved(candidate) ? 'taken' : await findState(candidate);
    if (state === 'free') return candidate;
    if (state === 'taken') {
      number++;
    } else {
      // The limit depends on the disk: an encrypted one may allow fewer bytes, a network share of Windows more.
      limit = Buffer.byteLength(candidateName) - 1;
      if (limit < shortestCutName) return path;
    }
  }
}

/** Returns whether a file or folder exists at `path`. */
export async function pathExists(path: string): Promise<boolean> {
  return (await findState(path)) === 'taken';
}

async function findState(path: string): Promise<'free' | 'taken' | 'tooLong'> {
  return access(path).then(
    () => 'taken',
    (error: unknown) => (systemCode(error) === 'ENAMETOOLONG' ? 'tooLong' : 'free'),
  );
}

function addNumber(name: string, number: number, limit: number): string {
  return cutName(name, ` (${number})`, Math.min(limit, longestNumberedName));
}

/** Inserts a suffix before the extension. Shortens the text before it so that the name has at most `limit` bytes. */
function cutName(name: string, suffix: string, limit: number): string {
  const found = extname(name);
  // After a dot in a sentence, the rest of the name is not an extension.
  const extension = Buffer.byteLength(found) < shortestCutName / 2 ? found : '';
  const stem = name.slice(0, name.length - extension.length);
  const ending = `${suffix}${extension}`;
  const room = limit - Buffer.byteLength(ending);
  return `${cutText(stem, (text) => Buffer.byteLength(text) <= room)}${ending}`;
}
