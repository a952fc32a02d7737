import { open, rename, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import { assertNameAllowed } from './assert-name-allowed.ts';
import { toFileError } from './file-error.ts';
import { findFreePath } from './find-free-path.ts';
import {
  copyOwnership,
  findFile,
  replaceFile,
  resolveLink,
  type ReplaceOptions,
} from './replace-file.ts';
import { createTemporaryPath, syncIfPossible, type TemporaryFiles } from './temporary-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

interface Options extends ReplaceOptions {
  /** Where the file is saved if that is not possible in the folder of `path`. */
  fallbackFolder: string;
  /** Removes the temporary file, even if the process is killed. */
  partialFiles: TemporaryFiles;
  /** The platform whose rules for files apply. The default is the current one. */
  platform?: NodeJS.Platform | undefined;
}

export interface SavedFile<Value> {
  /** The result of `write`. */
  value: Value;
  /** Where the file is. */
  path: string;
  /** Why the file is not at the requested path; `null` if it is. */
  obstacle: AppError | null;
}

/**
 * Saves a file of the user. `write` fills a temporary file in the same folder, which then replaces the file at `path`. A
 * finished file is never thrown away: if it cannot replace the file at `path`, it is saved under a free name in the same
 * folder, or in another folder. A file that appeared at `path` during the writing is not replaced either. If `write` fails
 * or is canceled, an existing file is unchanged and nothing is left.
 *
 * @param path may be a symbolic link; its target is then replaced, and the link is kept.
 * @param write fills the temporary file, which is open and empty.
 * @throws AppError with a file code, or any other error of `write`.
 */
export async function saveFile<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  options: Options,
): Promise<SavedFile<Value>> {
  const { partialFiles, platform = process.platform } = options;
  assertNameAllowed(path, platform);
  try {
    const target = await resolveLink(path);
    const existing = await findFile(target);
    if (existing !== null && !existing.isFile()) {
      throw new AppError({ code: 'file_failed', message: `${path} is not a file`, path });
    }
    const temporaryPath = createTemporaryPath(dirname(target));
    return await partialFiles.track(temporaryPath, async () => {
      const mode = existing === null ? 0o666 : existing.mode & 0o777;
      const file = await open(temporaryPath, 'wx+', mode);
      try {
        const value = await write(file);
        await syncIfPossible(file, path);
        // Some network shares on Windows refuse to rename an open file.
        if (platform === 'win32') await file.close();
        else if (existing !== null) await copyOwnership(existing, temporaryPath);
        // A file that another program saved there during the writing is not replaced.
        const appeared = existing === null ? await findFile(target).catch(() => null) : null;
        const free = appeared?.isFile() === true ? await findFreePath(target, () => false) : null;
        const destination =
          free === null
            ? { path, target, name: basename(path) }
            : { path: free, target: free, name: basename(target) };
        return { value, ...(await place({ file, temporaryPath }, destination, options)) };
      } finally {
        await file.close();
      }
    });
  } catch (error) {
    throw toFileError(error, path);
  }
}

interface FinishedFile {
  /** Still open, except on Windows: its content can be read even if its folder was removed. */
  file: FileHandle;
  temporaryPath: string;
}

interface Destination {
  path: string;
  /** The file that `path` stands for. */
  target: string;
  /** The name that the file should have, without a number. */
  name: string;
}

/** Gives a finished file its final name, or another one. @returns its path, and what was in the way. */
async function place(
  finished: FinishedFile,
  { path, target, name }: Destination,
  options: Options,
): Promise<{ path: string; obstacle: AppError | null }> {
  try {
    await replaceFile(finished.temporaryPath, target, options);
    return { path, obstacle: null };
  } catch (error) {
    options.signal?.throwIfAborted();
    const obstacle = toFileError(error, path);
    if (!(obstacle instanceof AppError)) throw error;
    for (const folder of [dirname(path), options.fallbackFolder]) {
      const free = await findFreePath(join(folder, name), () => false);
      const isSaved = await moveTo(free, finished, options).then(
        () => true,
        () => false,
      );
      // A new file that stays held can be copied to its place.
      if (isSaved) return { path: free, obstacle: free === path ? null : obstacle };
    }
    throw obstacle;
  }
}

/** Moves a finished file to a free path, which may be on another disk. Leaves nothing there if that fails. */
async function moveTo(
  path: string,
  { file, temporaryPath }: FinishedFile,
  options: Options,
): Promise<void> {
  const isClosed = file.fd === -1;
  const readContent = () =>
    isClosed
      ? createReadStream(temporaryPath)
      : file.createReadStream({ start: 0, autoClose: false });
  await rename(temporaryPath, path).catch(() =>
    writeFileAtomically(path, (copy) => copy.writeFile(readContent()), { ...options, mode: 0o666 }),
  );
}
