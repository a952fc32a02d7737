import { access } from 'node:fs/promises';
import { extname } from 'node:path';

/**
 * Returns `path` if nothing exists there, otherwise the first free path of `name (2).xlsx`, `name (3).xlsx` and so on.
 *
 * @param isReserved returns whether a path counts as taken although nothing exists there yet.
 */
export async function findFreePath(
  path: string,
  isReserved: (path: string) => boolean,
): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${stem} (${number})${extension}`;
    if (!isReserved(candidate) && !(await pathExists(candidate))) return candidate;
  }
}

/** Returns whether a file or folder exists at `path`. */
export async function pathExists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
