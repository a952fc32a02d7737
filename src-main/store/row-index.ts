import type { Sort } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { byId, orderByRank } from './collation.ts';
import type { Connection } from './connection.ts';
import type { WordSegment } from './word-index.ts';

/** Rows that can be put in order, filtered and searched: those of one list, or of several, each behind the other. */
export abstract class RowIndex {
  readonly length: number;
  readonly #orders = new Map<string, Uint32Array>();

  constructor(length: number) {
    this.length = length;
  }

  /** By place, the rank of the row's value in this column. */
  abstract ranks(connection: Connection, field: TenantField): Uint32Array;

  /** The words of all rows. */
  abstract words(connection: Connection): readonly WordSegment[];

  /** By place, one of `rowKinds`; shorter where no run was compared. */
  abstract kinds(connection: Connection): Uint8Array;

  abstract valueAt(connection: Connection, field: TenantField, place: number): string | null;

  /** All places, in the order of some columns, then by id, then as they came. */
  order(connection: Connection, [sort, ...others]: readonly Sort[]): Uint32Array {
    if (sort === undefined) return Uint32Array.from({ length: this.length }, (_, place) => place);
    const { field, direction } = sort;
    const name = `${field} ${direction}`;
    const kept = others.length === 0 ? this.#orders.get(name) : undefined;
    if (kept !== undefined) return kept;
    const thenBy = others.length > 0 || field === 'id' ? others : [byId];
    const places = this.order(connection, thenBy);
    const order = orderByRank(places, this.ranks(connection, field), direction);
    // Of two columns there are hundreds; they are quickly made from those of one.
    if (others.length === 0) this.#orders.set(name, order);
    return order;
  }
}
