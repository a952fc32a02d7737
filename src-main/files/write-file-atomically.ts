import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { toFileError } from './file-error.ts';
import { replaceFile, resolveLink, type ReplaceOptions } from './replace-file.ts';
import { createTemporaryPath, localTemporaryFiles, syncIfPossible } from './temporary-file.ts';

interface Options extends ReplaceOptions {
  /** The permissions of the file, before the process's umask is applied. */
  mode: number;
}

/**
 * Replaces a file completely or not at all. `write` fills a temporary file in the same folder, which is then renamed. If
 * `write` or the rename fails, the temporary file is removed and an existing file is unchanged.
 *
 * @param write fills the temporary file, which is open and empty.
 * @throws AppError with a file code, or any other error of `write`.
 */
export async function writeFileAtomically(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  { mode, ...options }: Options,
): Promise<void> {
  try {
    const target = await resolveLink(path);
    const temporaryPath = createTemporaryPath(dirname(target));
    const { partialFiles = localTemporaryFiles } = options;
    await partialFiles.track(temporaryPath, async () => {
      const file = await open(temporaryPath, 'wx', mode);
      try {
        await write(file);
        await syncIfPossible(file, path);
      } finally {
        await file.close();
      }
      await replaceFile(temporaryPath, target, options);
    });
  } catch (error) {
    throw toFileError(error, path);
  }
}
