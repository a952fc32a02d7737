import { dayAt } from '../../../src-shared/days.ts';
import type { Overview } from '../../../src-shared/facets.ts';
import type { Filter, Paging, Sort } from '../../../src-shared/list-tenants.ts';
import type { MatchedValues, Matching } from '../../../src-shared/matching.ts';
import { totalLength } from '../index/parts.ts';
import { isAnnotationField } from './annotation-values.ts';
import { countFacets, countOverview, type ListFacets } from './facets.ts';
import type { Today } from './today.ts';
import { readPage } from './read-page.ts';
import { everyPlace, findPlaces, placesBetween, type Sequence } from './sequence.ts';
import { readTenants, type ListedTenants } from './tenant-reader.ts';
import { findPastRows } from './past-rows.ts';
import { findChangedRows, findCurrentRows, type ViewRows, type ViewSource } from './view-rows.ts';

/**
 * Which rows to return, and in which order. Without `sort`, changes are in the order in which they were found, newest first.
 * A search returns the rows that match its accents before the others, each newest first. All other rows are in the order in
 * which they were read.
 */
export interface Query {
  filter: Filter;
  sort?: readonly Sort[] | undefined;
}

/** The default order of changes. */
const newestChangesFirst: readonly Sort[] = [{ field: 'foundAt', direction: 'descending' }];

/** The default order of a search, after the rows that match its accents. */
const newestTenantsFirst: readonly Sort[] = [{ field: 'createdAt', direction: 'descending' }];

/**
 * One or more saved lists, filtered and sorted, as one read transaction sees them. Each query creates a view inside its
 * transaction and must not use it afterwards.
 */
export class ListView {
  readonly #cache: ViewSource['cache'];
  readonly #rows: ViewRows;
  readonly #filter: Filter;
  readonly #sort: readonly Sort[];
  readonly #exactFirst: boolean;

  /** @throws AppError `nothing_saved` */
  constructor({ filter, sort = [], ...source }: ViewSource & Query) {
    this.#cache = source.cache;
    this.#filter = filter;
    this.#rows = findViewRows(source, filter);
    // Only changes can be sorted by when they were found.
    const { changes } = this.#rows;
    const usableSort = sort.filter(({ field }) => field !== 'foundAt' || changes !== null);
    const isSearch = filter.name !== undefined;
    const defaultSort =
      changes !== null ? newestChangesFirst : isSearch ? newestTenantsFirst : usableSort;
    this.#sort = usableSort.length > 0 ? usableSort : defaultSort;
    this.#exactFirst = usableSort.length === 0 && changes === null && isSearch;
  }

  /** When the oldest of the lists was fetched. */
  get fetchedAt(): string {
    return this.#rows.fetchedAt;
  }

  /** Reads one page. @throws AppError `request_refused` for an invalid cursor. */
  page(paging: Paging) {
    const sequence = this.#sequence();
    const page = readPage({ ...this.#rows, sequence, sort: this.#sort }, paging);
    return { ...page, total: sequence.length };
  }

  /** Reads all rows, in batches. */
  *batches(batchSize: number): Generator<ListedTenants, void> {
    const sequence = this.#sequence();
    for (let start = 0; start < sequence.length; start += batchSize) {
      const end = Math.min(start + batchSize, sequence.length);
      yield readTenants(this.#rows, placesBetween(sequence, start, end));
    }
  }

  /** Finds which of some values the rows have. Ignores the filter. */
  matchValues(matching: Matching): MatchedValues {
    const { count, found, notFound } = this.#rows.openIndex().index.matchValues(matching);
    return { tenants: count, found, notFound };
  }

  /** Counts, for each value of a field, the rows that a filter by it would show. */
  facets(today: Today): ListFacets {
    const { now, clock } = today;
    const { versions, ownVersions, openIndex } = this.#rows;
    const key = JSON.stringify([
      versions,
      ownVersions,
      this.#filter,
      dayAt(now, clock),
      clock.name,
    ]);
    return this.#cache.facets.getOrCreate(key, () => countFacets(openIndex(), this.#filter, today));
  }

  /** Counts the matching rows of each list. Lists without any are left out. */
  countByList(): Map<string, number> {
    const { parts } = this.#rows;
    const sequence = this.#sequence();
    const counts = new Uint32Array(parts.length);
    const ends = parts.map((_, position) => totalLength(parts.slice(0, position + 1)));
    for (let position = 0; position < sequence.length; position++) {
      const place = sequence.at(position);
      const part = ends.findIndex((end) => place < end);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    const byList = new Map<string, number>();
    for (const [part, { listId }] of parts.entries()) {
      const count = counts[part] ?? 0;
      if (count > 0) byList.set(listId, (byList.get(listId) ?? 0) + count);
    }
    return byList;
  }

  /** Counts the rows that match the filter. */
  overview(today: Today): Omit<Overview, 'growth' | 'accounts'> {
    return countOverview(this.#rows.openIndex(), this.#filter, today);
  }

  #sequence(): Sequence {
    const { parts, versions, ownVersions, changes, past, openIndex } = this.#rows;
    const isWholeList =
      this.#sort.length === 0 &&
      changes === null &&
      past === null &&
      Object.values(this.#filter).every((condition) => condition === undefined);
    if (isWholeList) return everyPlace(totalLength(parts));
    const usedVersions = usesOwnWords(this.#filter, this.#sort) ? ownVersions : '';
    const order = { sort: this.#sort, exactFirst: this.#exactFirst };
    const key = JSON.stringify([versions, usedVersions, this.#filter, order]);
    return this.#cache.sequences.getOrCreate(key, () =>
      findPlaces({ ...openIndex(), parts }, this.#filter, order),
    );
  }
}

function findViewRows(source: ViewSource, filter: Filter): ViewRows {
  if (filter.asOf !== undefined) return findPastRows(source, filter.asOf);
  return filter.change === undefined ? findCurrentRows(source) : findChangedRows(source, filter);
}

/** Whether the rows that match, or their order, depend on what the user has noted about them. */
function usesOwnWords({ name, isStarred, hasNote, tags }: Filter, sort: readonly Sort[]): boolean {
  return (
    [name, isStarred, hasNote, tags].some((condition) => condition !== undefined) ||
    sort.some(({ field }) => isAnnotationField(field))
  );
}
