import type { Facets } from '../../../src-shared/facets.ts';
import { IndexCache } from '../index/index-cache.ts';
import { onlyAppends } from '../index/partial-version.ts';
import type { ListPart } from './list-parts.ts';
import type { Sequence } from './sequence.ts';

interface JoinedCaches {
  joined: IndexCache;
  parts: readonly IndexCache[];
}

/** Caches what queries have loaded or computed, by version of the list. Holds no connection. */
export class QueryCache {
  readonly sequences = new RecentValues<string, Sequence>(12);
  readonly facets = new RecentValues<string, Facets>(12);
  /** By row set. Enough for a list, its gone rows, and another list. */
  readonly #indexes = new RecentValues<number, { version: number; cache: IndexCache }>(3);
  /** By the versions of the lists. Enough for all accounts, or their gone rows. */
  readonly #joinedIndexes = new RecentValues<string, JoinedCaches>(1);

  /** Returns the cache for the index of one list. */
  indexOf({ rows, version }: ListPart): IndexCache {
    const recent = this.#indexes.get(rows.id);
    if (recent?.version === version) return recent.cache;
    // A first run mostly appends rows, and then what is cached for fewer rows is still useful.
    const isLonger = recent !== undefined && onlyAppends(recent.version, version);
    const cache = new IndexCache(isLonger ? recent.cache : undefined);
    this.#indexes.set(rows.id, { version, cache });
    return cache;
  }

  /** Returns the caches for the index of several lists. */
  joinedIndexOf(versions: string, parts: readonly ListPart[]): JoinedCaches {
    return this.#joinedIndexes.getOrCreate(versions, () => ({
      joined: new IndexCache(),
      parts: parts.map((part) => this.indexOf(part)),
    }));
  }
}

/** A map that keeps a limited number of values: those used most recently. */
class RecentValues<Key, Value> {
  readonly #limit: number;
  /** A map iterates in the order of insertion, so the first key is the one not used for the longest time. */
  readonly #values = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#limit) return;
      this.#values.delete(oldest);
    }
  }

  getOrCreate(key: Key, create: () => Value): Value {
    const value = this.get(key) ?? create();
    this.set(key, value);
    return value;
  }
}
