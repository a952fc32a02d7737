import type { RecordField } from '../../../src-shared/list-record.ts';
import { searchedPart } from '../rows/record-columns.ts';
import type { IndexCache, PastRows } from './index-cache.ts';
import { noRank } from './ranks.ts';
import { RowIndex } from './row-index.ts';
import type { PastRanks } from './past-ranks.ts';
import type { PastWords } from './past-words.ts';
import { matchLevels } from './search-terms.ts';
import type { ExtraLevels } from './word-index.ts';

/** The values of a column at an earlier moment. */
interface PastColumn {
  /** Returns the value in a row; `undefined` if it is the same now. */
  at: (place: number) => string | null | undefined;
}

/** The columns in which values were different at an earlier moment. */
export type PastValues = ReadonlyMap<RecordField, PastColumn>;

/** What the indexes of all earlier moments have in common. */
export interface PastCaches {
  /** Returns the ranks of all values that the rows have or had. */
  ranks: (field: RecordField) => PastRanks;
  words: PastWords;
}

interface PastIndexOptions {
  /** The index of the rows as they are now. */
  now: RowIndex;
  past: PastValues;
  common: PastCaches;
}

/** The index of rows as they were at an earlier moment: the index of the rows now, corrected by what was different. */
export class PastIndex extends RowIndex {
  readonly #now: RowIndex;
  readonly #past: PastValues;
  readonly #common: PastCaches;

  constructor({ now, past, common }: PastIndexOptions, cache: IndexCache) {
    super(now.length, now, cache);
    this.#now = now;
    this.#past = past;
    this.#common = common;
  }

  ranks(field: RecordField): Uint32Array {
    const past = this.#past.get(field);
    if (past === undefined) return this.#now.ranks(field);
    let ranks = this.cache.ranks.get(field);
    if (ranks === undefined) {
      const { ranksNow, rankOf } = this.#common.ranks(field);
      ranks = ranksNow.slice();
      for (let place = 0; place < this.length; place++) {
        const value = past.at(place);
        if (value !== undefined) ranks[place] = rankOf.get(value) ?? noRank;
      }
      this.cache.ranks.set(field, ranks);
    }
    return ranks;
  }

  valueAt(field: RecordField, place: number): string | null {
    const value = this.#past.get(field)?.at(place);
    return value === undefined ? this.#now.valueAt(field, place) : value;
  }

  *values(field: RecordField): Generator<string | null, void> {
    const past = this.#past.get(field);
    let place = 0;
    for (const valueNow of this.#now.values(field)) {
      const value = past?.at(place++);
      yield value === undefined ? valueNow : value;
    }
  }

  match(query: string, extra: ExtraLevels = []): Uint8Array {
    const levels = this.#now.match(query, extra);
    this.cache.pastRows ??= this.#findPastRows();
    const { places, numbers } = this.cache.pastRows;
    if (places.length === 0) return levels;
    const levelsThen = levels.slice();
    const { words } = this.#common;
    const extraByNumber = extra.map((termLevels) => {
      const byNumber = new Uint8Array(words.length);
      for (const [at, place] of places.entries()) {
        byNumber[numbers[at] ?? 0] = termLevels[place] ?? matchLevels.none;
      }
      return byNumber;
    });
    const pastLevels = words.match(query, extraByNumber);
    for (const [at, place] of places.entries()) {
      levelsThen[place] = pastLevels[numbers[at] ?? 0] ?? matchLevels.none;
    }
    return levelsThen;
  }

  /** Finds the rows whose searchable text was different, with their numbers among all such rows. */
  #findPastRows(): PastRows {
    const { searchedFields } = this;
    const columns = searchedFields.flatMap((field) => {
      const column = this.#past.get(field);
      return column === undefined ? [] : [{ field, column }];
    });
    const places: number[] = [];
    const keys: string[] = [];
    for (let place = 0; place < this.length; place++) {
      let key = '';
      for (const { field, column } of columns) {
        const value = column.at(place);
        if (value !== undefined) key += `\0${field}\0${value ?? ''}`;
      }
      if (key === '') continue;
      places.push(place);
      keys.push(`${place}${key}`);
    }
    const textAt = (position: number) =>
      searchedFields
        .flatMap((field) => {
          const value = this.valueAt(field, places[position] ?? 0);
          return value === null ? [] : searchedPart(field, value);
        })
        .join(' ');
    return { places, numbers: this.#common.words.numbersOf(keys, textAt) };
  }
}
