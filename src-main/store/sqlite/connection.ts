import { rmSync } from 'node:fs';
import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite';
import type { RecordKind } from '../../../src-shared/record-kinds.ts';
import { searchableNumber } from '../../../src-shared/phone-number.ts';
import { toStoreError } from './sqlite-error.ts';

/** The value of `PRAGMA synchronous` for NORMAL. */
const normal = 1;

export type Row = Record<string, SQLOutputValue>;

interface ConnectionOptions {
  /** As `Schema.records`. */
  records?: RecordKind | undefined;
  /** How long to wait for a lock that another program holds. */
  busyMilliseconds: number;
  readOnly?: boolean;
  /** Whether the file is deleted when the connection is closed. */
  isTemporary?: boolean;
}

/** A connection to the database file. Each statement is prepared once and cached under its SQL text. */
export class Connection {
  readonly path: string;
  /** What the rows of the saved lists are. */
  readonly records: RecordKind;
  readonly #database: DatabaseSync;
  readonly #isTemporary: boolean;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws SQLite's own errors, because the caller may need to tell them apart. */
  constructor(
    path: string,
    {
      records = 'tenants',
      busyMilliseconds,
      readOnly = false,
      isTemporary = false,
    }: ConnectionOptions,
  ) {
    this.path = path;
    this.records = records;
    this.#isTemporary = isTemporary;
    this.#database = new DatabaseSync(path, { timeout: busyMilliseconds, readOnly });
    this.#database.function('searchable_number', { deterministic: true }, (value) =>
      typeof value === 'string' ? searchableNumber(value) : null,
    );
  }

  /** Runs SQL without parameters, such as the schema or a pragma. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  run(sql: string, ...values: SQLInputValue[]): { changes: number; insertedId: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes: Number(changes), insertedId: Number(lastInsertRowid) };
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values);
  }

  /** Returns rows one by one. Do not start the same statement again before the first iteration has ended. */
  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#prepare(sql).iterate(...values);
  }

  /** Runs `work` in a transaction in which all reads see the same state. @throws AppError */
  read<Value>(work: () => Value): Value {
    return this.#transaction('BEGIN', work);
  }

  /** Runs `work` in a transaction that is rolled back if it throws. @throws AppError */
  write<Value>(work: () => Value): Value {
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** Like `write`, and returns only once the disk has the transaction, so that even a power failure keeps it. @throws AppError */
  writeDurably<Value>(work: () => Value): Value {
    // Without a write-ahead log, each write is durable, unless the disk does not offer it.
    if (this.get('PRAGMA synchronous')?.synchronous !== normal) return this.write(work);
    // In WAL mode, NORMAL leaves the log in the system's cache: https://sqlite.org/pragma.html#pragma_synchronous
    this.#database.exec('PRAGMA synchronous = FULL');
    try {
      return this.write(work);
    } finally {
      this.#database.exec('PRAGMA synchronous = NORMAL');
    }
  }

  /** Copies the write-ahead log into the database file, except for pages that an open snapshot still needs. */
  checkpoint(): void {
    try {
      this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // The disk may be full. Committed data is safe in the log, and a later checkpoint copies it.
    }
  }

  /**
   * Removes what was deleted from the file and from the write-ahead log: SQLite keeps deleted rows in free pages until
   * these are used again.
   *
   * @returns whether nothing is left. An open snapshot still needs the log.
   * @throws AppError `disk_full` and others.
   */
  erase(): boolean {
    try {
      this.#database.exec('VACUUM');
      return this.get('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0;
    } catch (error) {
      throw toStoreError(error, this.path);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
    if (this.#isTemporary) rmSync(this.path, { force: true });
  }

  #transaction<Value>(begin: string, work: () => Value): Value {
    try {
      this.#database.exec(begin);
      const value = work();
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite has already rolled back after some errors, such as a full disk.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw toStoreError(error, this.path);
    }
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
