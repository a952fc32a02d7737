import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite';
import { toStoreError } from './sqlite-error.ts';

export type Row = Record<string, SQLOutputValue>;

interface Options {
  /** How long another program's lock is waited for. */
  busyMilliseconds: number;
  readOnly?: boolean;
}

/** One connection to the file. Each statement is prepared once, under its own text. */
export class Connection {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws SQLite's own errors, which the caller may have to tell apart. */
  constructor(path: string, { busyMilliseconds, readOnly = false }: Options) {
    this.path = path;
    this.#database = new DatabaseSync(path, { timeout: busyMilliseconds, readOnly });
  }

  /** Statements without parameters: schema, pragmas. */
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

  /** Rows one by one. A statement can be walked only once at a time. */
  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#prepare(sql).iterate(...values);
  }

  /** Everything `work` reads is of one moment. @throws AppError */
  read<Value>(work: () => Value): Value {
    return this.#transaction('BEGIN', work);
  }

  /** All of `work`, or nothing of it. @throws AppError */
  write<Value>(work: () => Value): Value {
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** Writes the log into the file, as far as nobody still reads from it. What is left is written another time. */
  foldLog(): void {
    try {
      this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // A disk may be full: what was committed is safe in the log.
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #transaction<Value>(begin: string, work: () => Value): Value {
    try {
      this.#database.exec(begin);
      const value = work();
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
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

/** A connection of its own that sees the file as it is now, for as long as it is open. */
export class Snapshot implements Disposable {
  readonly connection: Connection;

  /** @throws AppError */
  constructor(path: string, busyMilliseconds: number) {
    try {
      this.connection = new Connection(path, { busyMilliseconds, readOnly: true });
      this.connection.execute('BEGIN');
    } catch (error) {
      throw toStoreError(error, path);
    }
  }

  [Symbol.dispose](): void {
    this.connection.close();
  }
}
