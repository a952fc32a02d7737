import { AppError } from '../../src-shared/errors.ts';
import type { Connection } from './connection.ts';
import { number } from './values.ts';

/**
 * The schema, step by step. A step that was once published is never altered; `PRAGMA user_version` says how many of
 * them a file has.
 */
const migrations = [
  `
  CREATE TABLE refresh_run (
    run_id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL,
    filter_name TEXT,
    filter_owner_id TEXT,
    started_at TEXT NOT NULL,
    last_page_at TEXT,
    ended_at TEXT,
    milliseconds REAL NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    rows INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    unreadable_rows INTEGER NOT NULL DEFAULT 0,
    cursor TEXT,
    is_complete INTEGER NOT NULL DEFAULT 0,
    error_code TEXT,
    new_tenants INTEGER NOT NULL DEFAULT 0,
    changed_tenants INTEGER NOT NULL DEFAULT 0,
    gone_tenants INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX refresh_run_by_list ON refresh_run (account_id, is_complete);

  -- The list an account shows: the rows its last complete whole run read, and what filtered runs did to them since.
  CREATE TABLE saved_list (
    account_id TEXT PRIMARY KEY,
    run_id INTEGER NOT NULL,
    tenants INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- row_id = list * 2^24 + place: the rows of a list lie together, in the order in which they came.
  CREATE TABLE row (
    row_id INTEGER PRIMARY KEY,
    list INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    domain TEXT NOT NULL,
    status TEXT,
    owner_id TEXT,
    connection_method TEXT,
    connection_id TEXT,
    created_at TEXT,
    updated_at TEXT,
    raw TEXT NOT NULL
  ) STRICT;
  -- A row without an id cannot be told from another one and is never taken for a double.
  CREATE UNIQUE INDEX row_by_id ON row (list, id) WHERE id <> '';

  CREATE TABLE unreadable_row (
    run_id INTEGER NOT NULL,
    raw TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unreadable_row_by_run ON unreadable_row (run_id);

  CREATE TABLE change (
    run_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    tenant_id TEXT NOT NULL,
    fields TEXT NOT NULL
  ) STRICT;
  CREATE INDEX change_by_run ON change (run_id, kind);
  CREATE INDEX change_of_tenant ON change (tenant_id);

  -- What is computed once, when a list is complete, so that sorting and searching it takes milliseconds.
  CREATE TABLE list_index (
    list INTEGER NOT NULL,
    part TEXT NOT NULL,
    made_with TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (list, part)
  ) STRICT;
  `,
];

/**
 * Brings a file to the schema of this app.
 *
 * @throws AppError `store_too_new` when a newer app wrote it; nothing is then written.
 */
export function migrate(connection: Connection): void {
  const version = schemaVersion(connection);
  if (version > migrations.length) {
    throw new AppError({
      code: 'store_too_new',
      message: `The schema is ${version}, this app knows ${migrations.length}`,
      path: connection.path,
    });
  }
  if (version === migrations.length) return;
  connection.write(() => {
    // Once more, because another instance may have been first.
    for (const migration of migrations.slice(schemaVersion(connection))) {
      connection.execute(migration);
    }
    connection.execute(`PRAGMA user_version = ${migrations.length}`);
  });
}

function schemaVersion(connection: Connection): number {
  return number(connection.get('PRAGMA user_version') ?? {}, 'user_version');
}
