import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../src-shared/errors.ts';
import { assertNameAllowed } from '../files/assert-name-allowed.ts';
import type { PartialFiles } from '../files/partial-files.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import {
  formatBackup,
  longestBackup,
  parseBackup,
  type Backup,
  type ReadBackup,
} from './backup-format.ts';

/**
 * Writes a backup file that only the user can read, completely or not at all.
 *
 * @throws AppError with a file code, or `backup_too_large`.
 */
export async function writeBackup(
  path: string,
  backup: Backup,
  partialFiles: Pick<PartialFiles, 'track'>,
): Promise<void> {
  assertNameAllowed(path, process.platform);
  const text = formatBackup(backup);
  const bytes = Buffer.from(text);
  if (bytes.length > longestBackup) throw tooLarge();
  assertReadable(text);
  await writeFileAtomically(path, (file) => file.writeFile(bytes), { mode: 0o600, partialFiles });
}

/** Reads a backup file. @throws AppError `backup_unreadable`, `backup_too_new` or `backup_too_large` */
export async function readBackup(path: string): Promise<ReadBackup> {
  return parseBackup(decode(await readBytes(path)));
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const stats = await stat(path);
    // Reading a pipe would wait for ever.
    if (!stats.isFile()) throw unreadable();
    if (stats.size > longestBackup) throw tooLarge();
    return await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error);
  }
}

function decode(bytes: Buffer): string {
  try {
    // Removes the byte order mark that an editor may have added.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(error);
  }
}

/** A file that could not be restored must not replace one that can. It would be a bug, not a fault of a chosen file. */
function assertReadable(text: string): void {
  try {
    parseBackup(text);
  } catch (error) {
    throw new Error('The backup could not be restored', { cause: error });
  }
}

function tooLarge(): AppError {
  return new AppError({ code: 'backup_too_large', message: 'The backup file is too large' });
}

function unreadable(cause?: unknown): AppError {
  return new AppError({ code: 'backup_unreadable', message: 'The file cannot be read' }, { cause });
}
