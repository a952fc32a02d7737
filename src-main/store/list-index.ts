import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { none, orderings, rank } from './collation.ts';
import type { Connection } from './connection.ts';
import { loadBytes, loadNumbers, saveNumbers } from './index-file.ts';
import { RowIndex } from './row-index.ts';
import { columns, eachValue, valueAt } from './rows.ts';
import { indexWords, segmentRows, type WordSegment } from './word-index.ts';

/** What is still true of a list before: by place, the ranks of values that did not change, `none` for others. */
export type KnownRanks = (field: TenantField) => Uint32Array | undefined;

const wordsExpression = `concat_ws(' ', name, domain, id, owner_id, connection_id)`;

/**
 * What SQLite cannot order or search by itself: ranks of each column's values and the words of each row, in flat arrays.
 * Each part is read from the file, or computed, when it is first needed. It belongs to one version of a list, so the
 * connections it is given must be looking at that version.
 */
export class ListIndex extends RowIndex {
  readonly list: number;
  readonly #ranks = new Map<TenantField, Uint32Array>();
  readonly #olderRanks: ReadonlyMap<TenantField, Uint32Array>;
  readonly #words: WordSegment[];
  #kinds: Uint8Array | undefined;

  /** @param older an index of the first rows of the same list, where rows were only added. */
  constructor(list: number, length: number, older?: ListIndex) {
    super(length);
    this.list = list;
    // Its parts and not the index itself, which would keep the one before it, and so on.
    this.#olderRanks = new Map(older ? [...older.#olderRanks, ...older.#ranks] : []);
    this.#words = older
      ? older.#words.filter(({ firstWords }) => firstWords.length > segmentRows)
      : [];
  }

  ranks(connection: Connection, field: TenantField): Uint32Array {
    const ranks =
      this.savedRanks(connection, field) ??
      this.#computeRanks(connection, field, this.#olderRanks.get(field));
    this.#ranks.set(field, ranks);
    return ranks;
  }

  words(connection: Connection): readonly WordSegment[] {
    for (let at = this.#words.length; at * segmentRows < this.length; at++) {
      this.#words.push(this.#loadWords(connection, at) ?? this.#computeWords(connection, at));
    }
    return this.#words;
  }

  kinds(connection: Connection): Uint8Array {
    this.#kinds ??= loadBytes(connection, this.list, 'kinds') ?? new Uint8Array();
    return this.#kinds;
  }

  valueAt(connection: Connection, field: TenantField, place: number): string | null {
    return valueAt(connection, this.list, field, place);
  }

  /** The ranks that are at hand without computing them. */
  savedRanks(connection: Connection, field: TenantField): Uint32Array | undefined {
    const ranks = this.#ranks.get(field) ?? loadNumbers(connection, this.list, field);
    return ranks?.length === this.length ? ranks : undefined;
  }

  /** Computes what is not known and keeps it in the file; for a list that has just come to be what it is. */
  save(connection: Connection, known: KnownRanks): void {
    for (const field of tenantFields) {
      const ranks = this.#computeRanks(connection, field, known(field));
      saveNumbers(connection, this.list, field, ranks);
    }
  }

  /** @param hasChanged tells of a range of places whether the words of any of them may have changed. */
  saveWords(connection: Connection, hasChanged: (from: number, to: number) => boolean): void {
    for (let at = 0; at * segmentRows < this.length; at++) {
      if (!hasChanged(at * segmentRows, (at + 1) * segmentRows)) continue;
      const segment = this.#computeWords(connection, at);
      saveNumbers(connection, this.list, `text ${at}`, segment.text);
      saveNumbers(connection, this.list, `folded ${at}`, segment.folded);
      saveNumbers(connection, this.list, `exact ${at}`, segment.exact);
      saveNumbers(connection, this.list, `firstWords ${at}`, segment.firstWords);
    }
  }

  #computeRanks(connection: Connection, field: TenantField, known?: Uint32Array): Uint32Array {
    const { list, length } = this;
    const { key, compare } = orderings[field];
    let unknown = length;
    if (known !== undefined) for (const value of known) if (value !== none) unknown--;
    // A few values are looked up, some thirty times each; many are read at once.
    if (unknown < length / 400) {
      const keyAt = (place: number) => key(this.valueAt(connection, field, place));
      return rank({ length, keyAt, compare, known });
    }
    const expression = columns[field];
    const values = eachValue(connection, { list, from: 0, to: length, expression });
    const keys = Array.from(values, key);
    return rank({ length, keyAt: (place) => keys[place] ?? null, compare, known });
  }

  #loadWords(connection: Connection, at: number): WordSegment | undefined {
    const text = loadBytes(connection, this.list, `text ${at}`);
    const folded = loadNumbers(connection, this.list, `folded ${at}`);
    const exact = loadNumbers(connection, this.list, `exact ${at}`);
    const firstWords = loadNumbers(connection, this.list, `firstWords ${at}`);
    const rows = Math.min(segmentRows, this.length - at * segmentRows);
    const isFull = text && folded && exact && firstWords?.length === rows + 1;
    return isFull ? { text, folded, exact, firstWords } : undefined;
  }

  #computeWords(connection: Connection, at: number): WordSegment {
    const from = at * segmentRows;
    const to = Math.min(from + segmentRows, this.length);
    const { list } = this;
    const texts = eachValue(connection, { list, from, to, expression: wordsExpression });
    return indexWords(texts.map((text) => text ?? ''));
  }
}
