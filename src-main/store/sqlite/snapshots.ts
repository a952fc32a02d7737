import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTemporaryPath } from '../../files/temporary-file.ts';
import { Connection } from './connection.ts';
import { toStoreError } from './sqlite-error.ts';

/** A read-only connection that sees the database as it was when it was opened. */
export interface Snapshot {
  connection: Connection;
  /** Closes the connection. */
  close: () => void;
}

/** Opens snapshots of a database, and erases its deleted rows while no snapshot needs them. */
export class Snapshots {
  readonly #connection: Connection;
  readonly #busyMilliseconds: number;
  readonly #open = new Set<Connection>();
  #mustErase = false;

  constructor(connection: Connection, busyMilliseconds: number) {
    this.#connection = connection;
    this.#busyMilliseconds = busyMilliseconds;
  }

  /** @throws AppError */
  open(): Snapshot {
    const connection = openSnapshot(this.#connection, this.#busyMilliseconds);
    this.#open.add(connection);
    const close = () => {
      connection.close();
      this.#open.delete(connection);
      this.tryToErase();
    };
    return { connection, close };
  }

  /** Removes what was deleted from all files, at once or when the last open snapshot is closed. @throws AppError */
  erase(): void {
    this.#mustErase = true;
    if (this.#open.size === 0) this.#mustErase = !this.#connection.erase();
  }

  /** Erases what an earlier `erase` could not. */
  tryToErase(): void {
    if (!this.#mustErase) return;
    try {
      this.erase();
    } catch {
      // The disk may be full. The next call tries again.
    }
  }
}

/**
 * Opens a read-only connection that sees the database as it is now until it is closed.
 *
 * @throws AppError
 */
function openSnapshot({ path, records }: Connection, busyMilliseconds: number): Connection {
  const options = { records, busyMilliseconds, readOnly: true };
  let connection: Connection | undefined;
  try {
    connection = new Connection(path, options);
    if (connection.get('PRAGMA journal_mode')?.journal_mode !== 'wal') {
      // Without a write-ahead log, a snapshot of the file would block all writes.
      const copy = copyDatabase(connection);
      connection.close();
      connection = new Connection(copy, { ...options, isTemporary: true });
    }
    connection.execute('BEGIN');
    // The snapshot is taken by the first read after BEGIN: https://sqlite.org/lang_transaction.html
    connection.get('SELECT 1 FROM sqlite_schema');
    return connection;
  } catch (error) {
    connection?.close();
    throw toStoreError(error, path);
  }
}

/** Copies the database to a temporary file, which only the user can read. @returns its path. */
function copyDatabase(connection: Connection): string {
  const path = createTemporaryPath(dirname(connection.path));
  try {
    closeSync(openSync(path, 'wx', 0o600));
    // The copy need not survive a power failure.
    connection.execute('PRAGMA synchronous = OFF');
    connection.run('VACUUM INTO ?', path);
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
