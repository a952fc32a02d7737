import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { columnsByKind } from './rows/record-columns.ts';
import type { Schema } from './sqlite/schema.ts';

/**
 * Returns the SQL of the tables for records with some columns. The tables have the names of the first kind: in them, a
 * tenant is a record of any kind.
 *
 * @param definitions of the columns.
 */
const sql = (definitions: string) => `
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
    ${definitions},
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

/** The tables of `tenants.sqlite` and `hotlines.sqlite`. The application ids are "eTnt" and "eTht" in ASCII. */
export const schemas: Record<RecordKind, Schema> = {
  tenants: createSchema('tenants', 0x65_54_6e_74),
  // There are fewer hotlines than tenants, and both databases are open at the same time.
  hotlines: { ...createSchema('hotlines', 0x65_54_68_74), cacheKilobytes: 2_000 },
};

function createSchema(records: RecordKind, applicationId: number): Schema {
  const { definitions } = columnsByKind[records];
  return { records, applicationId, version: 1, sql: sql(definitions) };
}
