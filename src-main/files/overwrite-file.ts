import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findFreePath } from './find-free-path.ts';
import { createTemporaryPath, syncIfPossible, type TemporaryFiles } from './temporary-file.ts';

const chunkBytes = 1024 * 1024;

/**
 * Writes the content of a file over that of another one, which keeps its links, its owner and its permissions. The old
 * content is copied to a temporary file first. If writing fails, it is copied back. If copying back fails too, the
 * temporary file is renamed to a free name beside `target`.
 *
 * `copyFile` of Node would empty the target first, and remove it after an error.
 *
 * @throws the system's error. The old content then still exists, unless the disk also refuses to rename the temporary file.
 */
export async function overwriteFile(
  sourcePath: string,
  target: string,
  temporaryFiles: TemporaryFiles,
): Promise<void> {
  const backupPath = createTemporaryPath(dirname(target));
  await withFile(sourcePath, 'r', (source) =>
    withFile(target, 'r+', (file) =>
      temporaryFiles.track(backupPath, () =>
        withFile(backupPath, 'wx+', async (backup) => {
          await copyContent(file, backup);
          try {
            await copyContent(source, file);
            await syncIfPossible(file, target);
          } catch (error) {
            await copyContent(backup, file).catch(async () =>
              rename(backupPath, await findFreePath(target, () => false)),
            );
            throw error;
          }
        }),
      ),
    ),
  );
}

/** Copies a file to a path at which nothing exists. Leaves nothing there if that fails. @throws the system's error */
export async function copyToNewFile(sourcePath: string, path: string, mode: number): Promise<void> {
  await withFile(sourcePath, 'r', (source) =>
    withFile(
      path,
      'wx',
      async (file) => {
        try {
          await copyContent(source, file);
          await syncIfPossible(file, path);
        } catch (error) {
          // If the disk is gone, removing the file fails too. Only the first error matters.
          await rm(path, { force: true }).catch(() => undefined);
          throw error;
        }
      },
      mode,
    ),
  );
}

/** Writes the content of a file over that of another one. Truncates last, so that a failed copy does not shorten it. */
async function copyContent(from: FileHandle, to: FileHandle): Promise<void> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let position = 0;
  for (;;) {
    const { bytesRead } = await from.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) break;
    await writeFully(to, chunk.subarray(0, bytesRead), position);
    position += bytesRead;
  }
  await to.truncate(position);
}

async function writeFully(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function withFile(
  path: string,
  flags: string,
  work: (file: FileHandle) => Promise<void>,
  mode = 0o600,
): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
