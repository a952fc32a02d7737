import { chmodSync, closeSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../src-shared/errors.ts';
import { createFolderSync } from '../../files/create-folder.ts';
import { systemCode, toFileError } from '../../files/file-error.ts';
import { trySync } from '../../files/temporary-file.ts';
import { Connection } from './connection.ts';
import { prepareSchema, type Schema } from './schema.ts';
import {
  isReadOnly,
  isUnreadableFile,
  isWalRefused,
  toStoreError,
  UnreadableFileError,
} from './sqlite-error.ts';

/** Suffixes of the files that SQLite keeps beside the database in WAL mode. */
export const companions = ['-wal', '-shm'];

interface DatabaseOptions {
  schema: Schema;
  /** How long to wait for a lock that another program holds. */
  busyMilliseconds: number;
  now: () => Date;
  /** Called after an unreadable file was moved aside. It may put another file in its place. */
  onMovedAside?: () => void;
}

interface OpenedDatabase {
  connection: Connection;
  /** `store_unreadable` with the new path of the unreadable file, if there was one. */
  notice: AppError | null;
}

/**
 * Opens the database file, or creates it. An unreadable file is moved aside, unchanged, and a new one is created, so
 * that the app can always start.
 *
 * @throws AppError `store_too_new`, `store_failed` (another program holds a lock), or the code of a full disk or an
 * unusable folder.
 */
export function openDatabase(path: string, options: DatabaseOptions): OpenedDatabase {
  const { schema, busyMilliseconds, now, onMovedAside } = options;
  try {
    createFolderSync(dirname(path));
    try {
      return { connection: openReadable(path, busyMilliseconds, schema), notice: null };
    } catch (error) {
      if (!isUnreadableFile(error)) throw error;
      const aside = moveAside(path, now());
      const message = `${path} is unreadable: ${error instanceof Error ? error.message : ''}`;
      const notice = new AppError({ code: 'store_unreadable', message, path: aside });
      onMovedAside?.();
      return { connection: openReplacement(path, options), notice };
    }
  } catch (error) {
    throw toFileError(toStoreError(error, path), path);
  }
}

/** Moves the damaged file aside, unchanged, and creates a new one. @throws AppError as `openDatabase`. */
export function replaceDatabase(path: string, options: DatabaseOptions): OpenedDatabase {
  let aside: string;
  try {
    aside = moveAside(path, options.now());
  } catch (error) {
    throw toFileError(error, path);
  }
  options.onMovedAside?.();
  const message = `${path} is damaged`;
  const notice = new AppError({ code: 'store_unreadable', message, path: aside });
  return { connection: openReplacement(path, options), notice };
}

/** Opens what is in the place of a file that was moved aside, or creates a new one. @throws AppError as `openDatabase`. */
function openReplacement(path: string, options: DatabaseOptions): Connection {
  return openDatabase(path, options).connection;
}

/**
 * Opens the file with a write-ahead log, or with a rollback journal if the disk refuses the log.
 *
 * @throws UnreadableFileError or one of SQLite's errors.
 */
function openReadable(path: string, busyMilliseconds: number, schema: Schema): Connection {
  const canSync = prepareFile(path);
  try {
    return openWithJournal('WAL', path, { schema, busyMilliseconds, canSync });
  } catch (error) {
    if (!isWalRefused(error)) throw error;
  }
  try {
    return openWithJournal('DELETE', path, { schema, busyMilliseconds, canSync });
  } catch (error) {
    // The file could be opened for writing, so its header requires a format that this SQLite can only read.
    throw isReadOnly(error) ? new UnreadableFileError('Its format is unknown') : error;
  }
}

/**
 * Creates the file before SQLite does: its companions inherit its permissions, which are the user's alone.
 *
 * @returns whether the disk can confirm that it has written data. Without that, SQLite would fail at each commit.
 */
function prepareFile(path: string): boolean {
  assertIsFile(path);
  try {
    chmodSync(path, 0o600);
  } catch {
    // The file does not exist yet, or its file system has no permissions.
  }
  const file = openSync(path, 'a', 0o600);
  try {
    return trySync(file, path);
  } finally {
    closeSync(file);
  }
}

/** Opening a pipe would wait for ever. @throws UnreadableFileError for a folder, a device or a loop of links. */
function assertIsFile(path: string): void {
  let isFile: boolean;
  try {
    isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  } catch (error) {
    if (systemCode(error) !== 'ELOOP') throw error;
    isFile = false;
  }
  if (!isFile) throw new UnreadableFileError('It is not a file');
}

type JournalMode = 'WAL' | 'DELETE';

function openWithJournal(
  mode: JournalMode,
  path: string,
  { schema, busyMilliseconds, canSync }: Omit<DatabaseOptions, 'now'> & { canSync: boolean },
): Connection {
  const connection = new Connection(path, { records: schema.records, busyMilliseconds });
  try {
    if (!canSync) connection.execute('PRAGMA synchronous = OFF');
    // An exclusive connection needs no shared memory to read what another disk's log still holds.
    if (mode === 'DELETE') connection.execute('PRAGMA locking_mode = EXCLUSIVE');
    // Check the schema first: a newer app's file must not be written to. Damage further inside is found later, by
    // `findDamage` or by a query, because the first rows must not wait for a check of the whole file.
    prepareSchema(connection, schema);
    connection.execute(`PRAGMA journal_mode = ${mode}`);
    if (mode === 'DELETE') connection.execute('PRAGMA locking_mode = NORMAL');
    // With a write-ahead log, a power failure can lose the last transactions but cannot damage the file:
    // https://sqlite.org/pragma.html#pragma_synchronous
    else if (canSync) connection.execute('PRAGMA synchronous = NORMAL');
    // Each page of a refresh run changes many pages of the id index, so checkpoints are less frequent than by default.
    connection.execute('PRAGMA wal_autocheckpoint = 8000');
    connection.execute('PRAGMA journal_size_limit = 16000000');
    connection.execute(`PRAGMA cache_size = -${schema.cacheKilobytes ?? 8_000}`);
    assertWritable(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Checks that SQLite can write and can take a page from the list of free pages, which the header points to.
 *
 * @throws SQLite's error if it refuses to write, although the operating system permits it.
 */
function assertWritable(connection: Connection): void {
  const undo = new Error('Undo');
  try {
    connection.write(() => {
      connection.execute('CREATE TABLE written_at_the_start (value)');
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
}

/** Renames the file and its companions. Returns the new path of the file. */
function moveAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  let aside = `${path}.corrupt-${stamp}`;
  for (let count = 2; exists(aside); count++) aside = `${path}.corrupt-${stamp}-${count}`;
  renameSync(path, aside);
  // SQLite would apply a log that is left behind to the new file.
  for (const companion of companions) {
    try {
      renameSync(`${path}${companion}`, `${aside}${companion}`);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
  }
  return aside;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
