import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './file-error.ts';

/**
 * Creates a folder and its missing parents, without an error if the folder exists. Node's option `recursive` does the same
 * but never ends if the system answers ENOENT for a folder whose parent exists, as in `/proc`.
 *
 * @throws the system's error
 */
export async function createFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const isFolder = (folder: string) =>
      stat(folder).then(
        (found) => found.isDirectory(),
        () => false,
      );
    if (await isFolder(path)) return;
    if (!isMissingParent(error, path, await isFolder(dirname(path)))) throw error;
    await createFolder(dirname(path));
    await createFolder(path);
  }
}

/** Creates a folder like `createFolder`, for callers that cannot wait. @throws the system's error */
export function createFolderSync(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (isFolderSync(path)) return;
    if (!isMissingParent(error, path, isFolderSync(dirname(path)))) throw error;
    createFolderSync(dirname(path));
    createFolderSync(path);
  }
}

function isFolderSync(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Returns whether a folder could not be created because its parent is missing. A root, such as `Q:\`, has no parent. */
function isMissingParent(error: unknown, path: string, hasParent: boolean): boolean {
  return systemCode(error) === 'ENOENT' && !hasParent && dirname(path) !== path;
}
