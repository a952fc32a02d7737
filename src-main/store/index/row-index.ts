import type { FieldSort } from '../../../src-shared/list-tenants.ts';
import type { TenantField } from '../../../src-shared/tenant.ts';
import type { IndexCache } from './index-cache.ts';
import { byId } from './orderings.ts';
import { orderByRank } from './ranks.ts';
import type { WordSegment } from './word-index.ts';

/** Tells for each row whether the last complete full run found it new or changed. */
export const changeMarks = { unchanged: 0, new: 1, changed: 2 } as const;

/**
 * Makes the rows of one list, or of several lists shown as one, sortable and searchable. An index reads rows in the
 * transaction it was created in, and must not be used after it. Its cache can be used again.
 */
export abstract class RowIndex {
  readonly length: number;
  protected readonly cache: IndexCache;

  constructor(length: number, cache: IndexCache) {
    this.length = length;
    this.cache = cache;
  }

  /** Returns the rank of each row's value in a column, by place. */
  abstract ranks(field: TenantField): Uint32Array;

  /** Returns the words of all rows. */
  abstract words(): readonly WordSegment[];

  /** Returns the searchable text of all rows. It is read from the file, which takes longer than reading the words. */
  abstract texts(): Iterable<string>;

  /** Returns one of `changeMarks` for each row, by place. Empty if the list's run was compared with no other. */
  abstract changeMarks(): Uint8Array;

  abstract valueAt(field: TenantField, place: number): string | null;

  /** Returns all places, sorted by some columns, then by id, then by place. */
  order([sort, ...others]: readonly FieldSort[]): Uint32Array {
    if (sort === undefined) return Uint32Array.from({ length: this.length }, (_, place) => place);
    const { field, direction } = sort;
    const name = `${field} ${direction}`;
    const cached = others.length === 0 ? this.cache.orders.get(name) : undefined;
    if (cached !== undefined) return cached;
    const thenBy = others.length > 0 || field === 'id' ? others : [byId];
    const order = orderByRank(this.order(thenBy), this.ranks(field), direction);
    // Orders by two columns are not cached: there are hundreds, and an order by one column makes each fast to compute.
    if (others.length === 0) this.cache.orders.set(name, order);
    return order;
  }
}
