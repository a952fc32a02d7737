import { RowSet } from '../rows/row-set.ts';
import type { Connection } from '../sqlite/connection.ts';

/** The rows of the tenants that are no longer in a list, as they were last read. Places have no gaps. */
export class GoneRows {
  readonly rows: RowSet;
  #length: number;

  constructor(connection: Connection, saved: { goneRunId: number; goneTenants: number }) {
    this.rows = new RowSet(connection, saved.goneRunId, 'gone');
    this.#length = saved.goneTenants;
  }

  get length(): number {
    return this.#length;
  }

  /** Moves a row of another set here. */
  take(rowId: number): void {
    this.rows.take(rowId, this.#length);
    this.#length++;
  }

  /** Deletes the row of a tenant that has come back, or whose history was deleted. */
  remove(tenantId: string): void {
    const place = this.rows.findPlace(tenantId);
    if (place === null) return;
    this.#length--;
    this.rows.remove(place, this.#length);
  }
}
