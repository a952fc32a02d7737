import type { TenantField } from '../../../src-shared/tenant.ts';
import { searchedFields } from '../rows/row-set.ts';
import type { IndexCache } from './index-cache.ts';
import { noRank } from './ranks.ts';
import { RowIndex } from './row-index.ts';
import type { PastRanks } from './past-ranks.ts';
import { indexWords, type WordSegment } from './word-index.ts';

/** The values of a column at an earlier moment, by place; `undefined` where the value is the same now. */
type PastColumn = readonly (string | null | undefined)[];

/** The columns in which values were different at an earlier moment. */
export type PastValues = ReadonlyMap<TenantField, PastColumn>;

interface PastIndexOptions {
  /** The index of the rows as they are now. */
  now: RowIndex;
  past: PastValues;
  /** Returns the ranks of all values that the rows have or had. */
  pastRanks: (field: TenantField) => PastRanks;
}

/** The index of rows as they were at an earlier moment: the index of the rows now, corrected by what was different. */
export class PastIndex extends RowIndex {
  readonly #now: RowIndex;
  readonly #past: PastValues;
  readonly #pastRanks: (field: TenantField) => PastRanks;

  constructor({ now, past, pastRanks }: PastIndexOptions, cache: IndexCache) {
    super(now.length, cache);
    this.#now = now;
    this.#past = past;
    this.#pastRanks = pastRanks;
  }

  ranks(field: TenantField): Uint32Array {
    const past = this.#past.get(field);
    if (past === undefined) return this.#now.ranks(field);
    let ranks = this.cache.ranks.get(field);
    if (ranks === undefined) {
      const { ranksNow, rankOf } = this.#pastRanks(field);
      ranks = ranksNow.slice();
      for (const [place, value] of past.entries()) {
        if (value !== undefined) ranks[place] = rankOf.get(value) ?? noRank;
      }
      this.cache.ranks.set(field, ranks);
    }
    return ranks;
  }

  valueAt(field: TenantField, place: number): string | null {
    const value = this.#past.get(field)?.[place];
    return value === undefined ? this.#now.valueAt(field, place) : value;
  }

  *values(field: TenantField): Generator<string | null, void> {
    const past = this.#past.get(field);
    let place = 0;
    for (const valueNow of this.#now.values(field)) {
      const value = past?.[place++];
      yield value === undefined ? valueNow : value;
    }
  }

  override match(query: string): Uint8Array {
    const levels = this.#now.match(query);
    const places = this.#searchedPlaces();
    if (places.length === 0) return levels;
    const levelsThen = levels.slice();
    // The words and texts of this index are those of the rows in which they were different.
    for (const [at, level] of super.match(query).entries()) levelsThen[places[at] ?? 0] = level;
    return levelsThen;
  }

  protected words(): readonly WordSegment[] {
    const { words } = this.cache;
    if (words.length === 0) words.push(indexWords(this.texts()));
    return words;
  }

  protected texts(): readonly string[] {
    return this.#searchedPlaces().map((place) =>
      searchedFields.flatMap((field) => this.valueAt(field, place) ?? []).join(' '),
    );
  }

  /** Returns the places of the rows whose searchable text was different. */
  #searchedPlaces(): number[] {
    const columns = searchedFields.flatMap((field) => [this.#past.get(field) ?? []]);
    const places: number[] = [];
    for (let place = 0; place < this.length; place++) {
      if (columns.some((column) => column[place] !== undefined)) places.push(place);
    }
    return places;
  }
}
