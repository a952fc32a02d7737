import { chmodSync, closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from '../files/file-error.ts';
import { Connection } from './connection.ts';
import { migrate } from './migrations.ts';
import { isDamage, isReadOnly, toStoreError } from './sqlite-error.ts';
import { text } from './values.ts';

/** SQLite's companions of a file in WAL mode. */
const companions = ['-wal', '-shm'];

interface OpenedDatabase {
  connection: Connection;
  /** `store_unreadable` with the path the damaged file was moved to. */
  notice: AppError | null;
}

/**
 * Opens the file, or begins a new one. One that is damaged is moved aside, whole, so that the app always starts.
 *
 * @throws AppError `store_too_new`, `store_failed` (another program holds it), or one of a folder or a full disk.
 */
export function openDatabase(
  path: string,
  { busyMilliseconds, now }: { busyMilliseconds: number; now: () => Date },
): OpenedDatabase {
  try {
    mkdirSync(dirname(path), { recursive: true });
    try {
      return { connection: openWhole(path, busyMilliseconds), notice: null };
    } catch (error) {
      if (!isDamage(error) && !(error instanceof DamagedError)) throw error;
      const aside = moveAside(path, now());
      const message = `${path} was damaged: ${error instanceof Error ? error.message : ''}`;
      const notice = new AppError({ code: 'store_unreadable', message, path: aside });
      return { connection: openWhole(path, busyMilliseconds), notice };
    }
  } catch (error) {
    throw toFileError(toStoreError(error, path), path);
  }
}

class DamagedError extends Error {}

function openWhole(path: string, busyMilliseconds: number): Connection {
  // Made before SQLite would, because the file and its companions take over its rights: the user's alone.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const connection = new Connection(path, { busyMilliseconds });
  try {
    // Before anything is written, and before the check, which a newer app's file need not pass.
    migrate(connection);
    const answer = text(connection.get('PRAGMA quick_check(1)') ?? {}, 'quick_check');
    if (answer !== 'ok') throw new DamagedError(answer);
    connection.execute('PRAGMA journal_mode = WAL');
    // In WAL mode a crash loses nothing that matters: at worst the last page, never the list.
    connection.execute('PRAGMA synchronous = NORMAL');
    // A page of a run touches as many pages of the index of ids as it has rows: fold them into the file less often.
    connection.execute('PRAGMA wal_autocheckpoint = 8000');
    connection.execute('PRAGMA journal_size_limit = 16000000');
    connection.execute('PRAGMA cache_size = -8000');
    assertWritable(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The file was just opened for writing: when SQLite will not, its header asks for a format that is unknown. */
function assertWritable(connection: Connection): void {
  try {
    // A statement that writes, to nothing.
    connection.write(() => connection.run('DELETE FROM refresh_run WHERE 0'));
  } catch (error) {
    throw isReadOnly(error) ? new DamagedError('its format is unknown') : error;
  }
}

/** @returns where the file is now. */
function moveAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  let aside = `${path}.corrupt-${stamp}`;
  for (let again = 2; isThere(aside); again++) aside = `${path}.corrupt-${stamp}-${again}`;
  renameSync(path, aside);
  for (const companion of companions) {
    try {
      renameSync(`${path}${companion}`, `${aside}${companion}`);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
    // A log without its file would be taken for the new file's.
    rmSync(`${path}${companion}`, { force: true });
  }
  return aside;
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
