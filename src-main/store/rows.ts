import type { Tenant, TenantField } from '../../src-shared/tenant.ts';
import type { Connection, Row } from './connection.ts';
import { text, textOrNull } from './values.ts';

/** The rows a run read, and those of its list that it found to be gone or that a filtered run has changed since. */
const parts = { read: 0, gone: 1, before: 2 } as const;

/** More rows than a list can hold. */
const span = 2 ** 24;

/** The number of one of a run's lists of rows. */
export function listOf(runId: number, part: keyof typeof parts): number {
  return runId * 4 + parts[part];
}

/** The key of a row: its list and its place in it. A whole number well below 2^53. */
export function rowId(list: number, place: number): number {
  return list * span + place;
}

/** The place in its list of a row with this key. */
export function placeOf(id: number): number {
  return id % span;
}

export const columns = {
  id: 'id',
  name: 'name',
  domain: 'domain',
  status: 'status',
  ownerId: 'owner_id',
  connectionMethod: 'connection_method',
  connectionId: 'connection_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<TenantField, string>;

export const columnList = Object.values(columns).join(', ');

/** @param prefix of the columns' names, where two tenants stand in one row. */
export function toTenant(row: Row, prefix = ''): Tenant {
  return {
    id: text(row, `${prefix}id`),
    name: text(row, `${prefix}name`),
    domain: text(row, `${prefix}domain`),
    status: textOrNull(row, `${prefix}status`),
    ownerId: textOrNull(row, `${prefix}owner_id`),
    connectionMethod: textOrNull(row, `${prefix}connection_method`),
    connectionId: textOrNull(row, `${prefix}connection_id`),
    createdAt: textOrNull(row, `${prefix}created_at`),
    updatedAt: textOrNull(row, `${prefix}updated_at`),
  };
}

/** Puts a row at a place of a list. @returns false when the list has one of this id: the first stays. */
export function insertRow(
  connection: Connection,
  { list, place, tenant, raw }: { list: number; place: number; tenant: Tenant; raw: string },
): boolean {
  const { changes } = connection.run(
    `INSERT INTO row (row_id, list, id, name, domain, status, owner_id, connection_method,
       connection_id, created_at, updated_at, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (list, id) WHERE id <> '' DO NOTHING`,
    rowId(list, place),
    list,
    tenant.id,
    tenant.name,
    tenant.domain,
    tenant.status,
    tenant.ownerId,
    tenant.connectionMethod,
    tenant.connectionId,
    tenant.createdAt,
    tenant.updatedAt,
    raw,
  );
  return changes === 1;
}

/**
 * The tenants at these places of a list, in this order. Many at once are several times faster than one by one, and
 * those that lie together faster still.
 */
export function tenantsAt(
  connection: Connection,
  list: number,
  places: readonly number[],
): Tenant[] {
  const [first = 0] = places;
  const lieTogether = places.every((place, index) => place === first + index);
  const rows = lieTogether
    ? connection.all(
        `SELECT ${columnList} FROM row WHERE row_id >= ? AND row_id < ? ORDER BY row_id`,
        rowId(list, first),
        rowId(list, first + places.length),
      )
    : connection.all(
        `SELECT ${columnList} FROM (SELECT key, value FROM json_each(?)) AS place
           CROSS JOIN row ON row_id = ? + place.value ORDER BY place.key`,
        JSON.stringify(places),
        rowId(list, 0),
      );
  if (rows.length !== places.length) throw new Error(`List ${list} lacks rows`);
  return rows.map((row) => toTenant(row));
}

/** The tenant at a place of a list. */
export function tenantAt(connection: Connection, list: number, place: number): Tenant {
  const row = connection.get(`SELECT ${columnList} FROM row WHERE row_id = ?`, rowId(list, place));
  if (row === undefined) throw new Error(`There is no row ${place} in list ${list}`);
  return toTenant(row);
}

/** A row's value in one column. */
export function valueAt(
  connection: Connection,
  list: number,
  field: TenantField,
  place: number,
): string | null {
  const row = connection.get(
    `SELECT ${columns[field]} AS value FROM row WHERE row_id = ?`,
    rowId(list, place),
  );
  return textOrNull(row ?? {}, 'value');
}

/** Where in a list the tenant with this id is, and what the server sent. */
export function findTenant(
  connection: Connection,
  list: number,
  id: string,
): { place: number; tenant: Tenant; raw: string } | null {
  const row = connection.get(
    `SELECT row_id, ${columnList}, raw FROM row WHERE list = ? AND id = ? AND id <> ''`,
    list,
    id,
  );
  if (row === undefined) return null;
  return { place: placeOf(Number(row.row_id)), tenant: toTenant(row), raw: text(row, 'raw') };
}

export function deleteRows(connection: Connection, list: number): void {
  connection.run(
    'DELETE FROM row WHERE row_id >= ? AND row_id < ?',
    rowId(list, 0),
    rowId(list + 1, 0),
  );
}

/** How many values are read in one go: large enough to be fast, small enough to be forgotten soon. */
const chunk = 10_000;

/**
 * One value of every row of a list, in the order of their places. Handed over as JSON, which is several times faster
 * than row by row.
 *
 * @param expression of SQL, over the columns of a row; never of anything that was typed.
 */
export function* eachValue(
  connection: Connection,
  { list, from, to, expression }: { list: number; from: number; to: number; expression: string },
): Generator<string | null, void> {
  for (let at = from; at < to; at += chunk) {
    const row = connection.get(
      `SELECT json_group_array(value) AS answer FROM
         (SELECT ${expression} AS value FROM row WHERE row_id >= ? AND row_id < ? ORDER BY row_id)`,
      rowId(list, at),
      rowId(list, Math.min(at + chunk, to)),
    );
    const values: unknown = JSON.parse(text(row ?? {}, 'answer'));
    if (!Array.isArray(values)) throw new Error('SQLite did not answer with an array');
    for (const value of values) yield typeof value === 'string' ? value : null;
  }
}
