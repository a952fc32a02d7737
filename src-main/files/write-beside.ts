import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';
import { assertNameAllowed } from './file-name.ts';

interface Options {
  /** Of the file, as far as the system's mask lets it. */
  mode?: number;
  /** Whose manners the file system has: this computer's unless told. */
  platform?: NodeJS.Platform;
}

/**
 * Replaces `path` as a whole or not at all: `write` fills a file beside it, which is then renamed. When `write` fails
 * or is canceled, nothing is left behind and a file that was there before is as it was. What a process that was killed
 * has left behind is removed by the next one that writes into the folder.
 *
 * @param write gets the file to fill, open and empty.
 * @throws AppError with a file code, and whatever `write` throws.
 */
export async function writeBeside<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  { mode = 0o666, platform = process.platform }: Options = {},
): Promise<Value> {
  assertNameAllowed(path, platform);
  const folder = dirname(path);
  await removeLeftovers(folder);
  // Hidden on macOS and Linux, of the same folder, because a rename does not cross disks, and no longer than the name.
  const beside = join(folder, `.etelecom-${randomUUID().slice(0, 8)}.partial`);
  try {
    const value = await fill(beside, write, mode);
    await replace(beside, path, platform);
    return value;
  } catch (error) {
    // Where the disk is gone, it cannot be removed either; what went wrong first is what has to be known.
    await rm(beside, { force: true }).catch(() => undefined);
    throw toFileError(error, path);
  }
}

const leftover = /^\.etelecom-[0-9a-f]{8}\.partial$/;
/** Longer than any writer pauses: another one, on this computer or another, may be at work in the folder. */
const leftoverMilliseconds = 3_600_000;

/** A courtesy to the folder: that it cannot be done is no reason not to write. */
async function removeLeftovers(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      if (!leftover.test(name)) continue;
      const { mtimeMs } = await stat(join(folder, name));
      if (Date.now() - mtimeMs > leftoverMilliseconds) await rm(join(folder, name));
    }
  } catch {
    // Whatever it was, opening the file will say it better.
  }
}

/**
 * Finds out before the work is done whether another program holds the file, as Excel holds a workbook on Windows. A
 * file that is not there is free.
 *
 * @throws AppError `file_in_use`, or another file code when the file cannot be written for another reason.
 */
export async function assertNotInUse(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw toFileError(error, path);
  }
}

/**
 * Renames over a file that may be held for a moment by a virus scanner, or for long by Excel. Windows answers both with
 * the codes of a missing permission: https://github.com/nodejs/node/issues/29481
 */
async function replace(from: string, to: string, platform: NodeJS.Platform): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (platform !== 'win32' || !isHeld) throw error;
      if (attempt === 10) {
        throw new AppError(
          { code: 'file_in_use', message: `${to} is held by another program`, path: to },
          { cause: error },
        );
      }
      await delay(100);
    }
  }
}

async function fill<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  mode: number,
): Promise<Value> {
  const file = await open(path, 'wx', mode);
  try {
    const value = await write(file);
    // Without it, a power cut after the rename can leave an empty file under the final name.
    await file.sync();
    return value;
  } finally {
    await file.close();
  }
}
