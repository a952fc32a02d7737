import type { FieldSort } from '../../../src-shared/list-tenants.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import type { Matching } from '../../../src-shared/matching.ts';
import type { IndexCache } from './index-cache.ts';
import { matchValues, type MatchedRows } from './match-values.ts';
import { byId, orderings } from './orderings.ts';
import { noRank, orderByRank } from './ranks.ts';
import { addExtraLevels, searchRows, type ExtraLevels, type SearchableRows } from './word-index.ts';

/** The fields of rows. */
export interface RowFields {
  fields: readonly RecordField[];
  /** Those that can be searched, in the order of a row's searchable text. */
  searchedFields: readonly RecordField[];
}

/**
 * Makes the rows of one list, or of several lists shown as one, sortable and searchable. An index reads rows in the
 * transaction it was created in, and must not be used after it. Its cache can be used again.
 */
export abstract class RowIndex {
  readonly length: number;
  /** The fields of each row. */
  readonly fields: readonly RecordField[];
  readonly searchedFields: readonly RecordField[];
  protected readonly cache: IndexCache;

  constructor(length: number, { fields, searchedFields }: RowFields, cache: IndexCache) {
    this.length = length;
    this.fields = fields;
    this.searchedFields = searchedFields;
    this.cache = cache;
  }

  /** Returns the rank of each row's value in a column, by place. */
  abstract ranks(field: RecordField): Uint32Array;

  abstract valueAt(field: RecordField, place: number): string | null;

  /** Returns the values of a column, by place. They are cut to what sort keys need. */
  abstract values(field: RecordField): Iterable<string | null>;

  /** Returns the rows that have one of some values. */
  matchValues(matching: Matching): MatchedRows {
    return this.cache.matched.getOrCreate(JSON.stringify(matching), () =>
      matchValues(this, matching),
    );
  }

  /**
   * Returns how well each row matches a search (see `matchLevels`), by place.
   *
   * @param extra how well the rows match the terms of the search (see `termsOf`) by something that is not in the index.
   */
  abstract match(query: string, extra?: ExtraLevels): Uint8Array;

  /**
   * Searches rows like `match`. What is found without `extra` is cached, because it stays the same when the user changes a
   * note or the sort order.
   */
  protected search(query: string, rows: SearchableRows, extra: ExtraLevels): Uint8Array {
    const found = this.cache.searches.getOrCreate(query, () => searchRows(query, rows));
    return addExtraLevels(found, extra, query, rows);
  }

  /** Returns all places, sorted by some columns, then by id, then by place. */
  order([sort, ...others]: readonly FieldSort[]): Uint32Array {
    if (sort === undefined) return new Uint32Array(this.length).map((_, place) => place);
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

  /** Returns the sort key of each rank of a column. */
  keysByRank(field: RecordField): string[] {
    const { key } = orderings[field];
    const ranks = this.ranks(field);
    const examples: number[] = [];
    for (const [place, rank] of ranks.entries()) if (rank !== noRank) examples[rank] ??= place;
    // Reading one value takes several times as long as reading the next one of a column.
    if (examples.length < this.length / 8) {
      return examples.map((place) => key(this.valueAt(field, place)) ?? '');
    }
    const keys: string[] = [];
    let place = 0;
    for (const value of this.values(field)) {
      const rank = ranks[place++] ?? noRank;
      if (rank !== noRank) keys[rank] ??= key(value) ?? '';
    }
    return keys;
  }
}
