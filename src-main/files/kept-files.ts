import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toFileError } from './file-error.ts';
import { largestSettings } from './read-settings.ts';

const settingsMark = '.unreadable-';

/** A file that is damaged at every start must not fill the disk. */
const mostKeptFiles = 5;

/** Returns the path to which an unreadable settings file is renamed. */
export function createKeptPath(path: string, now: Date): string {
  return `${path}${settingsMark}${now.toISOString().replace(/[:.]/g, '-')}`;
}

/**
 * Removes the oldest files that were kept of a settings file, and leaves five. Ignores errors, because the app works
 * without it.
 *
 * @param newest is never removed, even if the clock was set back.
 */
export async function removeOldKeptFiles(path: string, newest: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  const old = names
    .filter((name) => name.startsWith(`${basename(path)}${settingsMark}`))
    .filter((name) => name !== basename(newest))
    .toSorted()
    .slice(0, 1 - mostKeptFiles);
  for (const name of old) {
    await rm(join(dirname(path), name), { recursive: true }).catch(() => undefined);
  }
}

/**
 * Removes the files that were set aside in the data folder and may contain something of an account: all damaged
 * databases, because their content cannot be told apart, and the settings files that name the account or cannot be read.
 *
 * @throws AppError with a file code.
 */
export async function removeKeptFiles(dataFolder: string, accountId: string): Promise<void> {
  try {
    for (const name of await readdir(dataFolder)) {
      const path = join(dataFolder, name);
      const isDatabase = name.includes('.corrupt-');
      const isSettings = name.includes(settingsMark);
      if (isDatabase || (isSettings && (await mayContain(path, accountId)))) {
        await rm(path, { recursive: true, force: true });
      }
    }
  } catch (error) {
    throw toFileError(error, dataFolder);
  }
}

/**
 * Whether a file contains `text`, in any of the encodings that settings files are read in. True for a file that cannot be
 * read or is too large, because it may contain it.
 */
async function mayContain(path: string, text: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isFile() !== true) return false;
  const bytes = stats.size > largestSettings ? null : await readFile(path).catch(() => null);
  return (
    bytes === null ||
    bytes.includes(text) ||
    bytes.includes(Buffer.from(text, 'utf16le')) ||
    bytes.includes(Buffer.from(text, 'utf16le').swap16())
  );
}
