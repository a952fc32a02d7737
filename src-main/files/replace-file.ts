import { chmod, chown, lstat, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemCode, toFileError } from './file-error.ts';
import { copyToNewFile, overwriteFile } from './overwrite-file.ts';
import { retryWhileHeld, toHeldFileError } from './retry-while-held.ts';
import { localTemporaryFiles, type TemporaryFiles } from './temporary-file.ts';

export interface ReplaceOptions {
  /** How long to wait for another program that holds the file. The default is ten seconds. */
  patienceMilliseconds?: number | undefined;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
  /** Removes temporary files, even if the process is killed. Files in the data folder do not need it. */
  partialFiles?: TemporaryFiles;
}

/**
 * Returns the file that `path` stands for. If `path` is a symbolic link, that is the link's target, which need not exist
 * yet. Otherwise returns `path`.
 *
 * @throws the system's error for a loop of links.
 */
export async function resolveLink(path: string): Promise<string> {
  const stats = await findStats(path, lstat);
  if (stats?.isSymbolicLink() !== true) return path;
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return resolveLink(resolve(await realpath(dirname(path)), await readlink(path)));
  }
}

/** Returns what the system knows about an existing file, or `null` if nothing exists at `path`. */
export function findFile(path: string): Promise<Stats | null> {
  return findStats(path, stat);
}

async function findStats(
  path: string,
  read: (path: string) => Promise<Stats>,
): Promise<Stats | null> {
  try {
    return await read(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Moves a finished temporary file to `target`, which is no symbolic link. What the user set up around an existing file is
 * kept: its permissions, its owner if the system allows it, and its other hard links. A file with hard links, or on a disk
 * that cannot rename over a file, is overwritten by a copy, and gets its old content back if that fails. The temporary
 * file is then still there.
 *
 * @throws AppError `file_in_use` if another program still holds the existing file after the waiting, or the code of the
 * system's error. Throws the reason of `signal` if it is aborted.
 */
export async function replaceFile(
  temporaryPath: string,
  target: string,
  options: ReplaceOptions = {},
): Promise<void> {
  const {
    patienceMilliseconds: milliseconds,
    signal,
    partialFiles = localTemporaryFiles,
  } = options;
  const patience = { milliseconds, signal };
  const existing = await findFile(target);
  try {
    if (existing?.isFile() === true && existing.nlink > 1) {
      // A rename would leave the other links with the old content.
      await retryWhileHeld(() => copyOver(temporaryPath, target, partialFiles), patience);
    } else {
      await retryWhileHeld(() => moveOver(temporaryPath, target, partialFiles), patience);
    }
  } catch (error) {
    throw existing?.isFile() === true ? toHeldFileError(error, target) : toFileError(error, target);
  }
}

/** The codes of file systems that cannot rename a file over another one. */
const renameRefusals = new Set(['EXDEV', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EEXIST']);

async function moveOver(
  temporaryPath: string,
  target: string,
  partialFiles: TemporaryFiles,
): Promise<void> {
  try {
    await rename(temporaryPath, target);
  } catch (error) {
    if (!renameRefusals.has(systemCode(error) ?? '')) throw error;
    await copyOver(temporaryPath, target, partialFiles);
  }
}

async function copyOver(
  temporaryPath: string,
  target: string,
  partialFiles: TemporaryFiles,
): Promise<void> {
  if ((await findFile(target)) === null) {
    await copyToNewFile(temporaryPath, target, (await stat(temporaryPath)).mode & 0o777);
  } else {
    await overwriteFile(temporaryPath, target, partialFiles);
  }
  await rm(temporaryPath);
}

/** Gives a temporary file the owner and the permissions of the file that it will replace, as far as possible. */
export async function copyOwnership(existing: Stats, temporaryPath: string): Promise<void> {
  const { uid, gid, mode } = existing;
  const created = await stat(temporaryPath);
  const ignore = () => undefined;
  if (created.uid !== uid || created.gid !== gid) {
    // Only an administrator can give a file to another user, but a member of a group can give it to the group.
    await chown(temporaryPath, uid, gid).catch(() =>
      chown(temporaryPath, created.uid, gid).catch(ignore),
    );
  }
  if (created.mode !== mode) await chmod(temporaryPath, mode & 0o7777).catch(ignore);
}
