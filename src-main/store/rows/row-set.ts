import { longestDate } from '../../../src-shared/dates.ts';
import type { Tenant, TenantField } from '../../../src-shared/tenant.ts';
import { array, number, text, textOrNull } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import { columnList, columns, parameterList, toColumnValues, toTenant } from './tenant-columns.ts';

/**
 * The row sets of a refresh run.
 *
 * - `read`: the rows that the run read. Quick and filtered runs are merged into those of the last full run.
 * - `gone`: the rows of the tenants that are no longer in the list. A list has one such set.
 * - `past`: rows as they were after this run, if they have changed since and are shown.
 */
export const rowSetKinds = ['read', 'gone', 'past'] as const;
export type RowSetKind = (typeof rowSetKinds)[number];

/** The number of row ids that are reserved for each set. No list has that many rows. */
const maximumRows = 2 ** 24;

/** How many values one statement reads: enough to be fast, few enough to need little memory. */
const valuesPerStatement = { fields: 10_000, texts: 1_024 };

/**
 * How much of a value is read to sort it. Longer ones would not fit into memory together. Ids and codes are shorter. A
 * text that is longer than any date must not become one when it is cut.
 */
export const sortedCharacters = longestDate + 1;

/** How much of a name can be searched. The domain and the ids are shorter. */
const searchedCharacters = 1_000;

/** The fields that can be searched, and that `searchTexts` consists of. */
export const searchedFields = ['name', 'domain', 'id', 'ownerId', 'connectionId'] as const;

export interface StoredRow {
  place: number;
  tenant: Tenant;
  /** The JSON that the server sent. */
  raw: string;
}

/** Returns the place of a row in its set. */
export function placeOf(rowId: number): number {
  return rowId % maximumRows;
}

/** Rows of one refresh run, read and written through one connection. The place of a row is its number, from 0. */
export class RowSet {
  readonly connection: Connection;
  readonly id: number;

  constructor(connection: Connection, runId: number, kind: RowSetKind) {
    this.connection = connection;
    // Four set ids are reserved for each run. One of them is unused.
    this.id = runId * 4 + rowSetKinds.indexOf(kind);
  }

  /** Returns the primary key of a row. With a million runs it is still below 2^53, the largest exact number. */
  rowId(place: number): number {
    return this.id * maximumRows + place;
  }

  /** Returns the key after the last possible row. */
  get endRowId(): number {
    return this.rowId(maximumRows);
  }

  /** Adds a row. Returns false if the set already has a row with this id; that row is kept. */
  insert({ place, tenant, raw }: StoredRow): boolean {
    const { changes } = this.connection.run(
      `INSERT INTO tenant_row (row_id, row_set, ${columnList}, raw)
         VALUES (?, ?, ${parameterList}, ?)
         ON CONFLICT (row_set, id) WHERE id <> '' DO NOTHING`,
      this.rowId(place),
      this.id,
      ...toColumnValues(tenant),
      raw,
    );
    return changes === 1;
  }

  /** Replaces the row at a place. */
  update({ place, tenant, raw }: StoredRow): void {
    this.connection.run(
      `UPDATE tenant_row SET (${columnList}, raw) = (${parameterList}, ?) WHERE row_id = ?`,
      ...toColumnValues(tenant),
      raw,
      this.rowId(place),
    );
  }

  /** Moves a row of another set to a place of this one. */
  take(rowId: number, place: number): void {
    this.connection.run(
      'UPDATE tenant_row SET row_id = ?, row_set = ? WHERE row_id = ?',
      this.rowId(place),
      this.id,
      rowId,
    );
  }

  /** Deletes the row at a place. The set must have no row after `lastPlace`, whose row takes the place. */
  remove(place: number, lastPlace: number): void {
    this.connection.run('DELETE FROM tenant_row WHERE row_id = ?', this.rowId(place));
    if (place !== lastPlace) this.take(this.rowId(lastPlace), place);
  }

  deleteRows(): void {
    this.connection.run(
      'DELETE FROM tenant_row WHERE row_id >= ? AND row_id < ?',
      this.rowId(0),
      this.endRowId,
    );
  }

  tenantAt(place: number): Tenant {
    const row = this.connection.get(
      `SELECT ${columnList} FROM tenant_row WHERE row_id = ?`,
      this.rowId(place),
    );
    if (row === undefined) throw this.#missingRow(place);
    return toTenant(row);
  }

  /**
   * Returns the tenants at these places, in this order. One call for many places is several times faster than one for
   * each, and adjacent places are faster still.
   */
  tenantsAt(places: readonly number[]): Tenant[] {
    const [first = 0] = places;
    const areAdjacent = places.every((place, index) => place === first + index);
    const rows = areAdjacent
      ? this.connection.all(
          `SELECT ${columnList} FROM tenant_row WHERE row_id >= ? AND row_id < ? ORDER BY row_id`,
          this.rowId(first),
          this.rowId(first + places.length),
        )
      : this.connection.all(
          `SELECT ${columnList} FROM (SELECT key, value FROM json_each(?)) AS place
             CROSS JOIN tenant_row ON row_id = ? + place.value ORDER BY place.key`,
          JSON.stringify(places),
          this.rowId(0),
        );
    if (rows.length !== places.length) throw new Error(`Rows are missing in row set ${this.id}`);
    return rows.map((row) => toTenant(row));
  }

  rowAt(place: number): StoredRow {
    const row = this.connection.get(
      `SELECT ${columnList}, raw FROM tenant_row WHERE row_id = ?`,
      this.rowId(place),
    );
    if (row === undefined) throw this.#missingRow(place);
    return { place, tenant: toTenant(row), raw: text(row, 'raw') };
  }

  /** Reads the first `length` rows. */
  *firstRows(length: number): Generator<StoredRow, void> {
    for (let place = 0; place < length; place++) yield this.rowAt(place);
  }

  /** Finds the row of a tenant. Returns `null` for an empty id. */
  find(tenantId: string): StoredRow | null {
    const row = this.connection.get(
      `SELECT row_id, ${columnList}, raw FROM tenant_row
         WHERE row_set = ? AND id = ? AND id <> ''`,
      this.id,
      tenantId,
    );
    if (row === undefined) return null;
    return { place: placeOf(number(row, 'row_id')), tenant: toTenant(row), raw: text(row, 'raw') };
  }

  /** Finds the place of a tenant's row. Returns `null` for an empty id. */
  findPlace(tenantId: string): number | null {
    const row = this.connection.get(
      `SELECT row_id FROM tenant_row WHERE row_set = ? AND id = ? AND id <> ''`,
      this.id,
      tenantId,
    );
    return row === undefined ? null : placeOf(number(row, 'row_id'));
  }

  /** Returns how many rows have an id. */
  countIds(): number {
    const row = this.connection.get(
      "SELECT count(*) AS ids FROM tenant_row WHERE row_set = ? AND id <> ''",
      this.id,
    );
    return number(row ?? {}, 'ids');
  }

  valueAt(field: TenantField, place: number): string | null {
    const row = this.connection.get(
      `SELECT ${columns[field]} AS value FROM tenant_row WHERE row_id = ?`,
      this.rowId(place),
    );
    return textOrNull(row ?? {}, 'value');
  }

  /** Reads one field of the first `length` rows, cut to `sortedCharacters`. */
  fieldValues(field: TenantField, length: number): Generator<string | null, void> {
    const expression = `substr(${columns[field]}, 1, ${sortedCharacters})`;
    return this.#values(expression, {
      from: 0,
      to: length,
      perStatement: valuesPerStatement.fields,
    });
  }

  /** Reads the searchable text of the rows from one place to before another. Names are cut to `searchedCharacters`. */
  searchTexts(from: number, to: number): Iterable<string> {
    const texts = this.#values(
      `concat_ws(' ', substr(name, 1, ${searchedCharacters}), domain, id, owner_id, connection_id)`,
      { from, to, perStatement: valuesPerStatement.texts },
    );
    return texts.map((value) => value ?? '');
  }

  /**
   * Reads values as JSON arrays, which is several times faster than row by row.
   *
   * @param expression SQL over the columns of a row.
   */
  *#values(
    expression: string,
    { from, to, perStatement }: { from: number; to: number; perStatement: number },
  ): Generator<string | null, void> {
    for (let start = from; start < to; start += perStatement) {
      const row = this.connection.get(
        `SELECT json_group_array(value) AS answer FROM (SELECT ${expression} AS value
           FROM tenant_row WHERE row_id >= ? AND row_id < ? ORDER BY row_id)`,
        this.rowId(start),
        this.rowId(Math.min(start + perStatement, to)),
      );
      for (const value of array(row, 'answer')) yield typeof value === 'string' ? value : null;
    }
  }

  #missingRow(place: number): Error {
    return new Error(`Row set ${this.id} has no row ${place}`);
  }
}
