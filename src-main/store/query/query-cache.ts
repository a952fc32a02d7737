import type { RecordField } from '../../../src-shared/list-record.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { Histories } from '../history/histories.ts';
import { RecentValues } from '../index/recent-values.ts';
import { IndexCache } from '../index/index-cache.ts';
import { ListIndex } from '../index/list-index.ts';
import type { RowIndex } from '../index/row-index.ts';
import type { PastRanks } from '../index/past-ranks.ts';
import type { PastWords } from '../index/past-words.ts';
import { onlyAppends } from '../index/partial-version.ts';
import type { ListFacets } from './facets.ts';
import { OwnWordsCache, type OwnRows, type OwnWords } from './own-words.ts';
import type { ListPart } from './list-parts.ts';
import type { ListedChanges } from './listed-changes.ts';
import type { PastList } from './past-list.ts';
import type { Sequence } from './sequence.ts';

interface JoinedCaches {
  joined: IndexCache;
  parts: readonly IndexCache[];
}

/** Caches what queries have loaded or computed, by version of the list. Holds no connection. */
export class QueryCache {
  readonly histories = new Histories();
  readonly sequences = new RecentValues<string, Sequence>(12);
  readonly facets = new RecentValues<string, ListFacets>(12);
  /** By the versions of the lists and the runs that are compared. */
  readonly changes = new RecentValues<string, ListedChanges>(6);
  readonly pasts = new RecentValues<string, { past: PastList; indexCache: IndexCache }>(2);
  /** By the versions of the lists and their logs. */
  readonly pastCaches = new RecentValues<
    string,
    { ranks: Map<RecordField, PastRanks>; words: PastWords }
  >(1);
  readonly #ownWords = new OwnWordsCache();
  /** By row set, version and log: the place of each tenant of the log. Enough for a list and its gone tenants, twice. */
  readonly #tenantPlaces = new RecentValues<string, Int32Array>(4);
  /** By row set. Enough for a list, its gone rows, and another list. */
  readonly #indexes = new RecentValues<
    number,
    { version: number; length: number; cache: IndexCache }
  >(3);
  /** By the versions of the lists. Enough for all accounts, and for the list or the changes of one. */
  readonly #joinedIndexes = new RecentValues<string, JoinedCaches>(2);

  /** Returns the cache for the index of one list. */
  indexOf({ rows, version, length }: ListPart): IndexCache {
    const recent = this.#indexes.get(rows.id);
    // Rows of gone tenants can be deleted without a new version of the list.
    if (recent?.version === version && recent.length === length) return recent.cache;
    // A first run mostly appends rows, and then what is cached for fewer rows is still useful.
    const isLonger = recent !== undefined && onlyAppends(recent.version, version);
    const cache = new IndexCache(isLonger ? recent.cache : undefined);
    this.#indexes.set(rows.id, { version, length, cache });
    return cache;
  }

  /** Returns the place of each tenant of a log in a part; -1 if the part does not have the tenant. */
  tenantPlaces(part: ListPart, log: ChangeLog): Int32Array {
    const { rows, version, length } = part;
    const tenants = log.tenantIds.length;
    const key = `${rows.id} ${version} ${length} ${log.name} ${tenants}`;
    return this.#tenantPlaces.getOrCreate(key, () => this.open(part).placesOf(log.tenantIds));
  }

  /** Returns the places of some tenants of a log. */
  placesOf(part: ListPart, log: ChangeLog, tenants: Int32Array): Int32Array {
    if (tenants.length < part.length / 50) {
      return this.open(part).placesOf(Array.from(tenants, (tenant) => log.tenantIds[tenant] ?? ''));
    }
    const places = this.tenantPlaces(part, log);
    return tenants.map((tenant) => places[tenant] ?? -1);
  }

  /** Opens the index of one part. */
  open(part: ListPart): ListIndex {
    return new ListIndex(part.rows, part.length, this.indexOf(part));
  }

  /** Finds what the user has noted about the rows of a view. @param index of these rows. */
  openOwnWords(index: RowIndex, rows: Omit<OwnRows, 'openPart'>): OwnWords {
    return this.#ownWords.open(index, { ...rows, openPart: (part) => this.open(part) });
  }

  /** Returns the caches for the index of several lists. */
  joinedIndexOf(versions: string, parts: readonly ListPart[]): JoinedCaches {
    return this.#joinedIndexes.getOrCreate(versions, () => ({
      joined: new IndexCache(),
      parts: parts.map((part) => this.indexOf(part)),
    }));
  }
}
