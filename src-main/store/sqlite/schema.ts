import { AppError } from '../../../src-shared/errors.ts';
import { number } from './column-values.ts';
import type { Connection } from './connection.ts';
import { UnreadableFileError } from './sqlite-error.ts';

/** Marks a database file as one of this app: "eTnt" in ASCII. https://sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x65_54_6e_74;

const schemaVersion = 1;

const schema = `
  CREATE TABLE refresh_run (
    run_id INTEGER PRIMARY KEY AUTOINCREMENT,
    list_id TEXT NOT NULL,
    -- 'full', 'quick' or 'filtered'
    kind TEXT NOT NULL,
    filter_name TEXT,
    filter_owner_id TEXT,
    started_at TEXT NOT NULL,
    last_page_at TEXT,
    ended_at TEXT,
    -- JSON: [[from, to], ...], one pair of times for each part that was read without an interruption. The last "to" is
    -- null until a page was read.
    periods TEXT NOT NULL DEFAULT '[]',
    milliseconds REAL NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    rows INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    unreadable_rows INTEGER NOT NULL DEFAULT 0,
    next_cursor TEXT,
    is_complete INTEGER NOT NULL DEFAULT 0,
    error_code TEXT,
    new_tenants INTEGER NOT NULL DEFAULT 0,
    changed_tenants INTEGER NOT NULL DEFAULT 0,
    gone_tenants INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX refresh_run_by_list ON refresh_run (list_id, is_complete);

  -- run_id is the last complete full run. Its rows are the list, with the rows of later quick and filtered runs merged in.
  CREATE TABLE saved_list (
    list_id TEXT PRIMARY KEY,
    run_id INTEGER NOT NULL,
    -- The last complete full or quick run: the list is as up to date as this run.
    latest_run_id INTEGER NOT NULL,
    -- The oldest run whose list is still known: the first full run, or a later one once older changes were deleted.
    first_run_id INTEGER NOT NULL,
    tenants INTEGER NOT NULL,
    -- The rows of gone tenants are the row set 'gone' of this run, from place 0 without gaps.
    gone_run_id INTEGER NOT NULL,
    gone_tenants INTEGER NOT NULL,
    version INTEGER NOT NULL,
    -- More rows without an id than this may be tenants whose id is unreadable.
    rows_without_id INTEGER NOT NULL,
    -- Every change that the server dated up to here is in the list, in milliseconds since 1970. NULL if it is not known.
    known_until INTEGER,
    -- The run up to which the user has seen the changes, and the last run that an export contains.
    seen_run_id INTEGER,
    exported_run_id INTEGER,
    quick_off_reason TEXT,
    quick_off_at TEXT
  ) STRICT, WITHOUT ROWID;

  -- row_id = row_set * 2^24 + place: the rows of a set are stored together, in the order in which they were read.
  CREATE TABLE tenant_row (
    row_id INTEGER PRIMARY KEY,
    row_set INTEGER NOT NULL,
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
  -- Rows without an id are not indexed, because they cannot be told apart and never count as duplicates.
  CREATE UNIQUE INDEX tenant_row_by_id ON tenant_row (row_set, id) WHERE id <> '';

  CREATE TABLE unreadable_row (
    run_id INTEGER NOT NULL,
    raw TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unreadable_row_by_run ON unreadable_row (run_id);

  -- Every change of the saved list, whatever run made it: applied backwards from the list, the changes after a run give
  -- the list as that run left it.
  CREATE TABLE tenant_change (
    run_id INTEGER NOT NULL,
    tenant_id TEXT NOT NULL,
    -- 'new', 'changed' or 'gone'
    kind TEXT NOT NULL,
    -- A number for the tenant's values before and after, without updated_at: equal values have equal numbers. 0 if the
    -- tenant was not in the list. The net change of several runs is the first "before" and the last "after".
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    -- JSON: [[field, before, after], ...], every value whose text differs. For a tenant that is gone, all its values.
    fields TEXT NOT NULL,
    PRIMARY KEY (run_id, tenant_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tenant_change_by_tenant ON tenant_change (tenant_id);

  -- Computed once for each list, so that sorting and searching take milliseconds.
  CREATE TABLE index_part (
    row_set INTEGER NOT NULL,
    name TEXT NOT NULL,
    computed_with TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (row_set, name)
  ) STRICT;
`;

/**
 * Creates the tables in an empty file, and checks that any other file has this app's schema.
 *
 * @throws AppError `store_too_new` when a newer version of the app wrote the file. Nothing is then written.
 * @throws UnreadableFileError when the file has another schema, such as one of a development version.
 */
export function prepareSchema(connection: Connection): void {
  if (hasSchema(connection)) return;
  connection.write(() => {
    // Check again: another instance may have created the tables before this transaction began.
    if (hasSchema(connection)) return;
    // SQLite keeps the text of the statements. Without comments it fits in the file's first page.
    connection.execute(schema.replaceAll(/^ *--.*\n/gm, ''));
    connection.execute(`PRAGMA application_id = ${applicationId}`);
    connection.execute(`PRAGMA user_version = ${schemaVersion}`);
  });
}

/** Returns false for an empty file. */
function hasSchema(connection: Connection): boolean {
  const version = readNumber(connection, 'PRAGMA user_version', 'user_version');
  if (version > schemaVersion) {
    throw new AppError({
      code: 'store_too_new',
      message: `The schema has version ${version}; this app supports ${schemaVersion}`,
      path: connection.path,
    });
  }
  const application = readNumber(connection, 'PRAGMA application_id', 'application_id');
  if (application === applicationId && version === schemaVersion) return true;
  const tables = readNumber(connection, 'SELECT count(*) AS tables FROM sqlite_schema', 'tables');
  if (application === 0 && version === 0 && tables === 0) return false;
  throw new UnreadableFileError('Its tables are not those of this app');
}

function readNumber(connection: Connection, sql: string, column: string): number {
  return number(connection.get(sql) ?? {}, column);
}
