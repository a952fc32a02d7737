import { longestDate } from '../../../src-shared/dates.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { number, text, textOrNull } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import {
  columns,
  columnsByKind,
  toColumnValues,
  toRecord,
  type RecordColumns,
} from './record-columns.ts';
import { readValues, valuesPerStatement } from './read-values.ts';

/**
 * The row sets of a refresh run.
 *
 * - `read`: the rows that the run read. Quick and filtered runs are merged into those of the last full run.
 * - `gone`: the rows of the tenants that are no longer in the list. A list has one such set.
 */
export const rowSetKinds = ['read', 'gone'] as const;
export type RowSetKind = (typeof rowSetKinds)[number];

/** The number of row ids that are reserved for each set. No list has that many rows. */
const maximumRows = 2 ** 24;

/**
 * How many characters of a value are read to sort it. Whole values would not fit into memory together. One more than in
 * the longest date, so that a longer text never turns into a date when it is cut. Ids and codes are shorter.
 */
export const sortedCharacters = longestDate + 1;

export interface StoredRow {
  place: number;
  tenant: ListRecord;
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
  readonly #columns: RecordColumns;

  constructor(connection: Connection, runId: number, kind: RowSetKind) {
    this.connection = connection;
    this.#columns = columnsByKind[connection.records];
    this.id = runId * rowSetKinds.length + rowSetKinds.indexOf(kind);
  }

  /** The fields of each row. */
  get fields(): readonly RecordField[] {
    return this.#columns.fields;
  }

  /** The fields that can be searched, and that `searchTexts` consists of. */
  get searchedFields(): readonly RecordField[] {
    return this.#columns.searchedFields;
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
      `INSERT INTO tenant_row (row_id, row_set, ${this.#columns.columnList}, raw)
         VALUES (?, ?, ${this.#columns.parameterList}, ?)
         ON CONFLICT (row_set, id) WHERE id <> '' DO NOTHING`,
      this.rowId(place),
      this.id,
      ...toColumnValues(tenant, this.#columns),
      raw,
    );
    return changes === 1;
  }

  /** Replaces the row at a place. */
  update({ place, tenant, raw }: StoredRow): void {
    this.connection.run(
      `UPDATE tenant_row SET (${this.#columns.columnList}, raw) = (${this.#columns.parameterList}, ?) WHERE row_id = ?`,
      ...toColumnValues(tenant, this.#columns),
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

  /** Deletes the row at `place`, and moves the last row, which is at `lastPlace`, there. */
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

  tenantAt(place: number): ListRecord {
    const row = this.connection.get(
      `SELECT ${this.#columns.columnList} FROM tenant_row WHERE row_id = ?`,
      this.rowId(place),
    );
    if (row === undefined) throw this.#missingRow(place);
    return toRecord(row, this.#columns);
  }

  /**
   * Returns the tenants at these places, in this order. One call for many places is several times faster than one for
   * each, and adjacent places are faster still.
   */
  tenantsAt(places: readonly number[]): ListRecord[] {
    const [first = 0] = places;
    const areAdjacent = places.every((place, index) => place === first + index);
    const rows = areAdjacent
      ? this.connection.all(
          `SELECT ${this.#columns.columnList} FROM tenant_row WHERE row_id >= ? AND row_id < ? ORDER BY row_id`,
          this.rowId(first),
          this.rowId(first + places.length),
        )
      : this.connection.all(
          `SELECT ${this.#columns.columnList} FROM (SELECT key, value FROM json_each(?)) AS place
             CROSS JOIN tenant_row ON row_id = ? + place.value ORDER BY place.key`,
          JSON.stringify(places),
          this.rowId(0),
        );
    if (rows.length !== places.length) throw new Error(`Rows are missing in row set ${this.id}`);
    return rows.map((row) => toRecord(row, this.#columns));
  }

  rowAt(place: number): StoredRow {
    const row = this.connection.get(
      `SELECT ${this.#columns.columnList}, raw FROM tenant_row WHERE row_id = ?`,
      this.rowId(place),
    );
    if (row === undefined) throw this.#missingRow(place);
    return { place, tenant: toRecord(row, this.#columns), raw: text(row, 'raw') };
  }

  /** Reads the first `length` rows. */
  *firstRows(length: number): Generator<StoredRow, void> {
    for (let place = 0; place < length; place++) yield this.rowAt(place);
  }

  /** Finds the row of a tenant. Returns `null` for an empty id. */
  find(tenantId: string): StoredRow | null {
    const row = this.connection.get(
      `SELECT row_id, ${this.#columns.columnList}, raw FROM tenant_row
         WHERE row_set = ? AND id = ? AND id <> ''`,
      this.id,
      tenantId,
    );
    if (row === undefined) return null;
    return {
      place: placeOf(number(row, 'row_id')),
      tenant: toRecord(row, this.#columns),
      raw: text(row, 'raw'),
    };
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

  /** Returns `null` also for a field that the rows do not have. */
  valueAt(field: RecordField, place: number): string | null {
    if (!this.fields.includes(field)) return null;
    const row = this.connection.get(
      `SELECT ${columns[field]} AS value FROM tenant_row WHERE row_id = ?`,
      this.rowId(place),
    );
    return textOrNull(row ?? {}, 'value');
  }

  /** Reads one field of the first `length` rows, cut to `sortedCharacters`. */
  fieldValues(field: RecordField, length: number): Generator<string | null, void> {
    const expression = this.fields.includes(field)
      ? `substr(${columns[field]}, 1, ${sortedCharacters})`
      : 'NULL';
    return readValues(this, expression, {
      ...{ from: 0, to: length },
      perStatement: valuesPerStatement.fields,
    });
  }

  /** Reads the searchable text of the rows from one place to before another. Long names and descriptions are cut. */
  searchTexts(from: number, to: number): Iterable<string> {
    const texts = readValues(this, this.#columns.searchedText, {
      ...{ from, to },
      perStatement: valuesPerStatement.texts,
    });
    return texts.map((value) => value ?? '');
  }

  #missingRow(place: number): Error {
    return new Error(`Row set ${this.id} has no row ${place}`);
  }
}
