import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { toFileError } from '../../files/file-error.ts';
import { createTemporaryPath, trySync } from '../../files/temporary-file.ts';
import { Connection } from '../sqlite/connection.ts';
import { companions } from '../sqlite/open-database.ts';
import { toStoreError } from '../sqlite/sqlite-error.ts';

/** A copy of a small database, kept beside it. */
export class BackupFile {
  readonly #path: string;
  readonly #databasePath: string;

  constructor(databasePath: string) {
    this.#databasePath = databasePath;
    this.#path = databasePath.replace(/\.sqlite$/, '.backup.sqlite');
  }

  get exists(): boolean {
    return existsSync(this.#path);
  }

  /** Whether the database was written to after the copy was made, as far as the times of the files tell. */
  get isOld(): boolean {
    const timeOf = (path: string) => {
      const file = statSync(path, { throwIfNoEntry: false });
      return file === undefined || file.size === 0 ? 0 : file.mtimeMs;
    };
    const written = Math.max(timeOf(this.#databasePath), timeOf(`${this.#databasePath}-wal`));
    return written > timeOf(this.#path);
  }

  /** Replaces the copy by one of the database as it is now. @throws AppError */
  replace(): void {
    const temporary = createTemporaryPath(dirname(this.#path));
    try {
      closeSync(openSync(temporary, 'wx', 0o600));
      const connection = new Connection(this.#databasePath, {
        busyMilliseconds: 1_000,
        readOnly: true,
      });
      try {
        connection.run('VACUUM INTO ?', temporary);
      } finally {
        connection.close();
      }
      sync(temporary);
      renameSync(temporary, this.#path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw toFileError(toStoreError(error, this.#path), this.#path);
    }
  }

  /** Replaces the copy. If this fails, the older copy stays. */
  tryToReplace(): void {
    try {
      this.replace();
    } catch {
      // The disk may be full. The next change or start tries again.
    }
  }

  /**
   * Puts a duplicate of the copy in the place of the database, which must not be open. A crash leaves either no database
   * or a whole one. @throws the system's error
   */
  restore(): void {
    const temporary = createTemporaryPath(dirname(this.#path));
    try {
      copyFileSync(this.#path, temporary);
      sync(temporary);
      // SQLite would apply the log of a missing database to the copy, whose pages are numbered differently.
      for (const companion of companions) {
        rmSync(`${this.#databasePath}${companion}`, { force: true });
      }
      renameSync(temporary, this.#databasePath);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    trySync(file, path);
  } finally {
    closeSync(file);
  }
}
