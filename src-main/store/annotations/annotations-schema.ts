import type { Schema } from '../sqlite/schema.ts';

const sql = `
  CREATE TABLE annotation (
    list_id TEXT NOT NULL,
    tenant_id TEXT NOT NULL,
    is_starred INTEGER NOT NULL,
    note TEXT NOT NULL,
    -- JSON: [tag, ...]
    tags TEXT NOT NULL,
    PRIMARY KEY (list_id, tenant_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE owner_name (
    list_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (list_id, owner_id)
  ) STRICT, WITHOUT ROWID;
`;

/** The tables of `annotations.sqlite`. The application id is "eTnn" in ASCII. */
export const annotationsSchema: Schema = { applicationId: 0x65_54_6e_6e, version: 1, sql };
