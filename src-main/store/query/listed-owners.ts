import { vietnamese } from '../index/orderings.ts';
import { totalLength } from '../index/parts.ts';
import { rankOf } from '../index/rank-lookup.ts';
import { noRank, rankValues } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import { matchLevels, SearchedText, type SearchTerm } from '../index/search-terms.ts';
import type { ListPart } from './list-parts.ts';

/** One of the parts of a view, with the names of the owners in its list. */
interface NamedPart extends ListPart {
  ownerNames: ReadonlyMap<string, string>;
}

/** The rank of each owner that has a name; `undefined` for an owner without tenants. */
export type OwnerRanks = Map<string, number | undefined>;

/** Which rows of a view have an owner with a name of the user's own. Holds no connection. */
export class ListedOwners {
  readonly #length: number;
  readonly #names: string[] = [];
  readonly #texts: readonly SearchedText[];
  /** By place, the number of the name, from 1; 0 for a row without one. Empty if no owner has one. */
  readonly #numbers: Uint32Array;
  readonly #namesByRank = new Map<number, string>();
  #ranks: Uint32Array | undefined;

  /** @param ownerRanks of the owners whose names were looked up before. The others are added. */
  constructor(index: RowIndex, parts: readonly NamedPart[], ownerRanks: OwnerRanks) {
    this.#length = totalLength(parts);
    const isEmpty = parts.every(({ ownerNames }) => ownerNames.size === 0);
    this.#numbers = new Uint32Array(isEmpty ? 0 : this.#length);
    let start = 0;
    for (const { ownerNames, length } of parts) {
      const numbers = new Map<number, number>();
      for (const [ownerId, name] of ownerNames) {
        if (!ownerRanks.has(ownerId)) ownerRanks.set(ownerId, rankOf(index, 'ownerId', ownerId));
        const rank = ownerRanks.get(ownerId);
        if (rank === undefined) continue;
        numbers.set(rank, this.#names.push(name));
        if (!this.#namesByRank.has(rank)) this.#namesByRank.set(rank, name);
      }
      if (numbers.size > 0) {
        const ranks = index.ranks('ownerId');
        for (let place = start; place < start + length; place++) {
          this.#numbers[place] = numbers.get(ranks[place] ?? noRank) ?? 0;
        }
      }
      start += length;
    }
    this.#texts = this.#names.map((name) => new SearchedText(name));
  }

  /** Returns the name of each named owner in the first list that names it, by the rank of the owner's id. */
  namesByRank(): ReadonlyMap<number, string> {
    return this.#namesByRank;
  }

  /** Returns the ranks of the rows by the names of their owners, by place. */
  ranks(): Uint32Array {
    this.#ranks ??= this.#rankNames();
    return this.#ranks;
  }

  /**
   * Adds to `levels`, by place, how well the names match a term of a search.
   *
   * @returns whether any does.
   */
  addLevels(term: SearchTerm, levels: Uint8Array): boolean {
    // The first is for rows without a name.
    const byNumber = Uint8Array.from([
      matchLevels.none,
      ...this.#texts.map((text) => text.level(term)),
    ]);
    if (byNumber.every((level) => level === matchLevels.none)) return false;
    for (let place = 0; place < this.#length; place++) {
      const level = byNumber[this.#numbers[place] ?? 0] ?? matchLevels.none;
      if (level > (levels[place] ?? matchLevels.none)) levels[place] = level;
    }
    return true;
  }

  #rankNames(): Uint32Array {
    const keys = this.#names.map(vietnamese.key);
    const found = rankValues({
      length: keys.length,
      keyAt: (at) => keys[at] ?? null,
      compare: vietnamese.compare,
    });
    const ranks = new Uint32Array(this.#length).fill(noRank);
    for (let place = 0; place < this.#numbers.length; place++) {
      ranks[place] = found[(this.#numbers[place] ?? 0) - 1] ?? noRank;
    }
    return ranks;
  }
}
