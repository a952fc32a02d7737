import { access } from 'node:fs/promises';
import { extname } from 'node:path';

/**
 * The path itself where nothing is, else the first free one of `name (2).xlsx`, `name (3).xlsx` and so on.
 *
 * @param isTaken says of paths where nothing is yet that something will be.
 */
export async function freePath(path: string, isTaken: (path: string) => boolean): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${stem} (${number})${extension}`;
    if (!isTaken(candidate) && !(await exists(candidate))) return candidate;
  }
}

/** Whether there is a file or a folder. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
