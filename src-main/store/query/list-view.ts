import { dayAt } from '../../../src-shared/days.ts';
import type { Facets, Overview } from '../../../src-shared/facets.ts';
import type { FieldSort, Filter, Paging, Sort } from '../../../src-shared/list-tenants.ts';
import { JoinedIndex } from '../index/joined-index.ts';
import { ListIndex } from '../index/list-index.ts';
import { totalLength } from '../index/parts.ts';
import type { RowIndex } from '../index/row-index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { countFacets, countOverview, type Today } from './facets.ts';
import { findListParts, readTenants, type ListedTenants, type ListPart } from './list-parts.ts';
import type { QueryCache } from './query-cache.ts';
import { readPage } from './read-page.ts';
import { everyPlace, findPlaces, placesBetween, type Sequence } from './sequence.ts';

/** Which rows to return, and in which order: without `sort`, as they were read. */
export interface Query {
  filter: Filter;
  sort?: readonly Sort[] | undefined;
}

interface ListViewOptions extends Query {
  connection: Connection;
  cache: QueryCache;
  /** The lists to show as one, in this order. Lists that were never read are left out. */
  listIds: readonly string[];
}

/**
 * One or more saved lists, filtered and sorted, as one read transaction sees them. Each query creates a view inside its
 * transaction and must not use it afterwards.
 */
export class ListView {
  /** When the oldest of the lists was fetched. */
  readonly fetchedAt: string;
  readonly #cache: QueryCache;
  readonly #parts: readonly ListPart[];
  readonly #filter: Filter;
  readonly #sort: readonly FieldSort[];
  /** Identifies the rows of the view in the cache. */
  readonly #versions: string;

  /** @throws AppError `nothing_saved` */
  constructor({ connection, cache, listIds, filter, sort = [] }: ListViewOptions) {
    this.#cache = cache;
    this.#filter = filter;
    this.#sort = sort.flatMap(({ field, direction }) =>
      field === 'foundAt' ? [] : [{ field, direction }],
    );
    this.#parts = findListParts(connection, listIds, filter.change === 'gone');
    this.#versions = this.#parts.map(({ rows, version }) => `${rows.id} ${version}`).join(', ');
    [this.fetchedAt = ''] = this.#parts.map(({ fetchedAt }) => fetchedAt).toSorted();
  }

  /** Reads one page. @throws AppError `request_refused` for an invalid cursor. */
  page(paging: Paging) {
    const sequence = this.#sequence();
    const page = readPage({ parts: this.#parts, sequence, sort: this.#sort }, paging);
    return { ...page, total: sequence.length };
  }

  /** Reads all rows, in batches. */
  *batches(batchSize: number): Generator<ListedTenants, void> {
    const sequence = this.#sequence();
    for (let start = 0; start < sequence.length; start += batchSize) {
      const end = Math.min(start + batchSize, sequence.length);
      yield readTenants(this.#parts, placesBetween(sequence, start, end));
    }
  }

  /** Counts, for each value of a field, the rows that a filter by it would show. */
  facets(today: Today): Facets {
    const { now, clock } = today;
    const key = JSON.stringify([this.#versions, this.#filter, dayAt(now, clock), clock.name]);
    return this.#cache.facets.getOrCreate(key, () =>
      countFacets(this.#index(), this.#filter, today),
    );
  }

  /** Counts all rows of the lists, regardless of the filter. */
  overview(today: Today): Overview {
    return countOverview(this.#index(), today);
  }

  #sequence(): Sequence {
    const { change, ...others } = this.#filter;
    const conditions = [change === 'gone' ? undefined : change, ...Object.values(others)];
    const isWholeList =
      this.#sort.length === 0 && conditions.every((condition) => condition === undefined);
    if (isWholeList) return everyPlace(totalLength(this.#parts));
    const key = JSON.stringify([this.#versions, this.#filter, this.#sort]);
    return this.#cache.sequences.getOrCreate(key, () =>
      findPlaces(this.#index(), this.#filter, this.#sort),
    );
  }

  #index(): RowIndex {
    const [only, ...others] = this.#parts;
    if (only !== undefined && others.length === 0) {
      return new ListIndex(only.rows, only.length, this.#cache.indexOf(only));
    }
    const { joined, parts } = this.#cache.joinedIndexOf(this.#versions, this.#parts);
    const indexes = this.#parts.map(
      ({ rows, length }, position) => new ListIndex(rows, length, parts[position]),
    );
    return new JoinedIndex(indexes, joined);
  }
}
