import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toFileError } from './file-error.ts';

/**
 * Removes the files that were set aside in the data folder and may contain something of an account: all damaged
 * databases, because their content cannot be told apart, and the settings files that name the account.
 *
 * @throws AppError with a file code.
 */
export async function removeKeptFiles(dataFolder: string, accountId: string): Promise<void> {
  try {
    for (const name of await readdir(dataFolder)) {
      const path = join(dataFolder, name);
      const isDatabase = name.includes('.corrupt-');
      const isSettings = name.includes('.unreadable-');
      if (isDatabase || (isSettings && (await isNamedIn(path, accountId)))) {
        await rm(path, { recursive: true, force: true });
      }
    }
  } catch (error) {
    throw toFileError(error, dataFolder);
  }
}

/** Whether a file contains `text`, in any of the encodings that settings files are read in. */
async function isNamedIn(path: string, text: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isFile() !== true) return false;
  const bytes = await readFile(path);
  return (
    bytes.includes(text) ||
    bytes.includes(Buffer.from(text, 'utf16le')) ||
    bytes.includes(Buffer.from(text, 'utf16le').swap16())
  );
}
