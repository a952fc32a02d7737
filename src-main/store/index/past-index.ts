import type { TenantField } from '../../../src-shared/tenant.ts';
import type { IndexCache } from './index-cache.ts';
import { mergeRanks } from './merge-ranks.ts';
import { orderings } from './orderings.ts';
import { noRank, rankValues } from './ranks.ts';
import { RowIndex } from './row-index.ts';
import { indexWords, type WordSegment } from './word-index.ts';

type ValuesByPlace = ReadonlyMap<number, string | null>;

/** The values that rows had at an earlier moment, by field and place. Values that are the same now are left out. */
export type PastValues = ReadonlyMap<TenantField, ValuesByPlace>;

/** The fields that can be searched. */
const searchedFields = ['name', 'domain', 'id', 'ownerId', 'connectionId'] as const;

/** The index of rows as they were at an earlier moment: the index of the rows now, corrected by what was different. */
export class PastIndex extends RowIndex {
  readonly #now: RowIndex;
  readonly #past: PastValues;
  /** The rows whose searchable text was different. */
  readonly #searchedPlaces: readonly number[];

  constructor(now: RowIndex, past: PastValues, cache: IndexCache) {
    super(now.length, cache);
    this.#now = now;
    this.#past = past;
    const places = searchedFields.flatMap((field) => [...(past.get(field)?.keys() ?? [])]);
    this.#searchedPlaces = [...new Set(places)];
  }

  ranks(field: TenantField): Uint32Array {
    const past = this.#past.get(field);
    if (past === undefined) return this.#now.ranks(field);
    let ranks = this.cache.ranks.get(field);
    if (ranks === undefined) {
      // Placing a few values among many takes less time than reading the column.
      const areFew = past.size < this.length / 400;
      ranks = areFew ? this.#correctRanks(field, past) : this.#mergeRanks(field, past);
      this.cache.ranks.set(field, ranks);
    }
    return ranks;
  }

  valueAt(field: TenantField, place: number): string | null {
    const value = this.#past.get(field)?.get(place);
    return value === undefined ? this.#now.valueAt(field, place) : value;
  }

  *values(field: TenantField): Generator<string | null, void> {
    const past = this.#past.get(field);
    let place = 0;
    for (const valueNow of this.#now.values(field)) {
      const value = past?.get(place++);
      yield value === undefined ? valueNow : value;
    }
  }

  override match(query: string): Uint8Array {
    const levels = this.#now.match(query).slice();
    if (this.#searchedPlaces.length === 0) return levels;
    const pastLevels = super.match(query);
    for (const [at, place] of this.#searchedPlaces.entries()) levels[place] = pastLevels[at] ?? 0;
    return levels;
  }

  /** Returns the words of the rows whose searchable text was different. */
  protected words(): readonly WordSegment[] {
    const { words } = this.cache;
    if (words.length === 0) words.push(indexWords(this.texts()));
    return words;
  }

  /** Returns the searchable text of the rows in which it was different. */
  protected texts(): readonly string[] {
    return this.#searchedPlaces.map((place) =>
      searchedFields.flatMap((field) => this.valueAt(field, place) ?? []).join(' '),
    );
  }

  #correctRanks(field: TenantField, past: ValuesByPlace): Uint32Array {
    const { key, compare } = orderings[field];
    const known = this.#now.ranks(field).slice();
    const keyAt = (place: number) => {
      const value = past.get(place);
      if (value !== undefined) return key(value);
      return known[place] === noRank ? null : key(this.#now.valueAt(field, place));
    };
    for (const place of past.keys()) known[place] = noRank;
    return rankValues({ length: this.length, keyAt, compare, known });
  }

  #mergeRanks(field: TenantField, past: ValuesByPlace): Uint32Array {
    const { key, compare } = orderings[field];
    const keys = [...new Set([...past.values()].flatMap((value) => key(value) ?? []))];
    const keyRanks = rankValues({ length: keys.length, keyAt: (at) => keys[at] ?? null, compare });
    const pastKeys: string[] = [];
    for (const [at, keyText] of keys.entries()) pastKeys[keyRanks[at] ?? 0] = keyText;
    const [ranksNow, pastRanks] = mergeRanks([this.#now.keysByRank(field), pastKeys], compare);
    const rankOfKey = new Map(keys.map((keyText, at) => [keyText, pastRanks?.[keyRanks[at] ?? 0]]));
    const ranks = this.#now.ranks(field).map((rank) => ranksNow?.[rank] ?? noRank);
    for (const [place, value] of past) ranks[place] = rankOfKey.get(key(value) ?? '') ?? noRank;
    return ranks;
  }
}
