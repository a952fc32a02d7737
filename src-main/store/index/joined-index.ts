import type { RecordField } from '../../../src-shared/list-record.ts';
import type { IndexCache } from './index-cache.ts';
import type { ListIndex } from './list-index.ts';
import { orderings } from './orderings.ts';
import { findPart, totalLength } from './parts.ts';
import { mergeRanks } from './merge-ranks.ts';
import { noRank, rankValues } from './ranks.ts';
import { RowIndex } from './row-index.ts';
import type { ExtraLevels, WordSegment } from './word-index.ts';

/** The index of several lists shown as one. It combines the lists' own indexes when a part is first needed. */
export class JoinedIndex extends RowIndex {
  readonly #indexes: readonly ListIndex[];

  constructor(indexes: readonly ListIndex[], cache: IndexCache) {
    super(totalLength(indexes), indexes[0] ?? { fields: [], searchedFields: [] }, cache);
    this.#indexes = indexes;
  }

  ranks(field: RecordField): Uint32Array {
    let ranks = this.cache.ranks.get(field);
    if (ranks === undefined) {
      ranks = this.#joinRanks(field);
      this.cache.ranks.set(field, ranks);
    }
    return ranks;
  }

  match(query: string, extra: ExtraLevels = []): Uint8Array {
    return this.search(query, this, extra);
  }

  /** Returns the words of all rows. */
  words(): readonly WordSegment[] {
    const { words } = this.cache;
    if (words.length === 0) for (const index of this.#indexes) words.push(...index.words());
    return words;
  }

  *texts(): Generator<string, void> {
    for (const index of this.#indexes) yield* index.texts();
  }

  valueAt(field: RecordField, place: number): string | null {
    const found = findPart(this.#indexes, place);
    return found.part.valueAt(field, found.place);
  }

  *values(field: RecordField): Generator<string | null, void> {
    for (const index of this.#indexes) yield* index.values(field);
  }

  #joinRanks(field: RecordField): Uint32Array {
    const largest = this.#indexes.reduce((a, b) => (b.length > a.length ? b : a));
    // Placing a few values among many takes less time than reading the column.
    return this.length - largest.length < this.length / 400
      ? this.#addToRanks(field, largest)
      : this.#mergeRanks(field);
  }

  #addToRanks(field: RecordField, largest: ListIndex): Uint32Array {
    const { key, compare } = orderings[field];
    const start = totalLength(this.#indexes.slice(0, this.#indexes.indexOf(largest)));
    const end = start + largest.length;
    const known = new Uint32Array(this.length).fill(noRank);
    known.set(largest.ranks(field), start);
    const isMissing = (place: number) => place >= start && place < end && known[place] === noRank;
    const keyAt = (place: number) => (isMissing(place) ? null : key(this.valueAt(field, place)));
    return rankValues({ length: this.length, keyAt, compare, known });
  }

  #mergeRanks(field: RecordField): Uint32Array {
    const joinedRanks = mergeRanks(
      this.#indexes.map((index) => index.keysByRank(field)),
      orderings[field].compare,
    );
    const ranks = new Uint32Array(this.length);
    let place = 0;
    for (const [position, index] of this.#indexes.entries()) {
      for (const rank of index.ranks(field)) {
        ranks[place++] = rank === noRank ? noRank : (joinedRanks[position]?.[rank] ?? noRank);
      }
    }
    return ranks;
  }
}
