import type { RecordField } from '../../../src-shared/list-record.ts';
import type { MatchedRows } from './match-values.ts';
import { RecentValues } from './recent-values.ts';
import { segmentRows, type WordSegment } from './word-index.ts';

/** The rows whose searchable text was different at an earlier moment. */
export interface PastRows {
  places: readonly number[];
  /** The number of each row in `PastWords`. */
  numbers: readonly number[];
}

/**
 * Caches what was loaded or computed for the index of one version of a list. Holds no connection, so every transaction
 * that sees this version can use it.
 */
export class IndexCache {
  /** The rank of each row's value in a column, by place. */
  readonly ranks = new Map<RecordField, Uint32Array>();
  /** Ranks of the list's first rows, from a version that had fewer rows. */
  readonly olderRanks: ReadonlyMap<RecordField, Uint32Array>;
  /** All places, sorted by one column. */
  readonly orders = new Map<string, Uint32Array>();
  readonly words: WordSegment[];
  /** For the index of an earlier moment. */
  pastRows: PastRows | undefined;
  /** The rows that have one of some values, by the values. Enough for the list that is shown. */
  readonly matched = new RecentValues<string, MatchedRows>(2);
  /** How well each row matches a search, by its text. Enough for a few words as they are typed. */
  readonly searches = new RecentValues<string, Uint8Array>(12);
  /** The place of each tenant, by id. */
  places: ReadonlyMap<string, number> | undefined;

  /** @param older the cache of an earlier version of the list, to which rows were only appended. */
  constructor(older?: IndexCache) {
    // Copy from the older cache. A reference would keep it, and all caches before it, in memory.
    this.olderRanks = new Map(older ? [...older.olderRanks, ...older.ranks] : []);
    this.words = older
      ? older.words.filter(({ firstWords }) => firstWords.length > segmentRows)
      : [];
  }
}
