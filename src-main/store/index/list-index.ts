import type { RecordField } from '../../../src-shared/list-record.ts';
import type { RowSet } from '../rows/row-set.ts';
import { findPlaces, readPlaces } from '../rows/tenant-places.ts';
import { IndexCache } from './index-cache.ts';
import { deletePart, loadBytes, loadNumbers, savedParts, savePart } from './index-parts.ts';
import { orderings } from './orderings.ts';
import { noRank, rankValues } from './ranks.ts';
import { RowIndex } from './row-index.ts';
import {
  indexWords,
  segmentRows,
  segmentsBetween,
  type ExtraLevels,
  type WordSegment,
} from './word-index.ts';

/**
 * The index of one list: what SQLite cannot sort or search by itself. It consists of the ranks of each column's values
 * and the words of each row, in flat arrays. Each part is loaded from the file, or computed, when it is first needed.
 */
export class ListIndex extends RowIndex {
  readonly #rows: RowSet;

  /** @param length the number of rows in this version of the list. */
  constructor(rows: RowSet, length: number, cache = new IndexCache()) {
    super(length, rows, cache);
    this.#rows = rows;
  }

  ranks(field: RecordField): Uint32Array {
    const ranks =
      this.savedRanks(field) ?? this.#computeRanks(field, this.cache.olderRanks.get(field));
    this.cache.ranks.set(field, ranks);
    return ranks;
  }

  match(query: string, extra: ExtraLevels = []): Uint8Array {
    return this.search(query, this, extra);
  }

  /** Returns the words of all rows. */
  words(): readonly WordSegment[] {
    const { words } = this.cache;
    for (let segment = words.length; segment * segmentRows < this.length; segment++) {
      words.push(this.#loadWords(segment) ?? this.#computeWords(segment));
    }
    return words;
  }

  texts(): Iterable<string> {
    return this.#rows.searchTexts(0, this.length);
  }

  valueAt(field: RecordField, place: number): string | null {
    return this.#rows.valueAt(field, place);
  }

  values(field: RecordField): Iterable<string | null> {
    return this.#rows.fieldValues(field, this.length);
  }

  /** Returns the place of each tenant; -1 for those that the list does not have. */
  placesOf(tenantIds: readonly string[]): Int32Array {
    // Finding a few tenants is faster than reading all ids.
    if (this.cache.places === undefined && tenantIds.length < this.length / 10) {
      return findPlaces(this.#rows, tenantIds);
    }
    const places = (this.cache.places ??= readPlaces(this.#rows));
    const found = new Int32Array(tenantIds.length);
    for (const [at, id] of tenantIds.entries()) found[at] = places.get(id) ?? -1;
    return found;
  }

  /** Returns the value of a column that sorts last; `null` if there is none. */
  lastValue(field: RecordField): string | null {
    const ranks = this.ranks(field);
    let last: number | undefined;
    for (const [place, rank] of ranks.entries()) {
      if (rank !== noRank && (last === undefined || rank > (ranks[last] ?? noRank))) last = place;
    }
    return last === undefined ? null : this.valueAt(field, last);
  }

  /** Returns ranks from the cache or the file; `undefined` if they would have to be computed. */
  savedRanks(field: RecordField): Uint32Array | undefined {
    const ranks = this.cache.ranks.get(field) ?? loadNumbers(this.#rows, field);
    return ranks?.length === this.length ? ranks : undefined;
  }

  /**
   * Computes the ranks of columns and saves them to the file.
   *
   * @param fields the columns whose values have changed, or all if there are new rows.
   * @param knownRanks returns a column's ranks from an earlier version of the list, as `rankValues` needs them.
   */
  saveRanks(
    fields: readonly RecordField[],
    knownRanks: (field: RecordField) => Uint32Array | undefined,
  ): void {
    for (const field of fields) {
      savePart(this.#rows, field, this.#computeRanks(field, knownRanks(field)));
    }
  }

  /** Computes the words of some segments and saves them to the file. */
  saveWords(segments: Iterable<number>): void {
    for (const segment of segments) {
      const { text, folded, exact, firstWords } = this.#computeWords(segment);
      savePart(this.#rows, `text ${segment}`, text);
      savePart(this.#rows, `folded ${segment}`, folded);
      savePart(this.#rows, `exact ${segment}`, exact);
      savePart(this.#rows, `firstWords ${segment}`, firstWords);
    }
  }

  /** Computes the words of the segments that are not saved, and saves them to the file. */
  saveMissingWords(): void {
    const saved = savedParts(this.#rows);
    const segments = segmentsBetween(0, this.length);
    this.saveWords(segments.filter((segment) => !saved.has(`firstWords ${segment}`)));
  }

  /** Deletes the saved words of some segments, in which rows have changed. */
  deleteWords(segments: Iterable<number>): void {
    // The other parts are not used without this one.
    for (const segment of segments) deletePart(this.#rows, `firstWords ${segment}`);
  }

  #computeRanks(field: RecordField, known?: Uint32Array): Uint32Array {
    const { length } = this;
    const { key, compare } = orderings[field];
    let unknown = length;
    if (known !== undefined) for (const rank of known) if (rank !== noRank) unknown--;
    // Placing one value takes about thirty lookups. If only a few are unknown, that is faster than reading the column.
    if (unknown < length / 400) {
      const keyAt = (place: number) => key(this.valueAt(field, place));
      return rankValues({ length, keyAt, compare, known });
    }
    const keys = Array.from(this.#rows.fieldValues(field, length), key);
    return rankValues({ length, keyAt: (place) => keys[place] ?? null, compare, known });
  }

  #loadWords(segment: number): WordSegment | undefined {
    const text = loadBytes(this.#rows, `text ${segment}`);
    const folded = loadNumbers(this.#rows, `folded ${segment}`);
    const exact = loadNumbers(this.#rows, `exact ${segment}`);
    const firstWords = loadNumbers(this.#rows, `firstWords ${segment}`);
    const rows = Math.min(segmentRows, this.length - segment * segmentRows);
    const isComplete = text && folded && exact && firstWords?.length === rows + 1;
    return isComplete ? { text, folded, exact, firstWords } : undefined;
  }

  #computeWords(segment: number): WordSegment {
    const from = segment * segmentRows;
    return indexWords(this.#rows.searchTexts(from, Math.min(from + segmentRows, this.length)));
  }
}
