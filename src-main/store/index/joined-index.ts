import type { TenantField } from '../../../src-shared/tenant.ts';
import type { IndexCache } from './index-cache.ts';
import type { ListIndex } from './list-index.ts';
import { orderings } from './orderings.ts';
import { findPart, totalLength } from './parts.ts';
import { noRank } from './ranks.ts';
import { RowIndex } from './row-index.ts';
import type { WordSegment } from './word-index.ts';

/** The index of several lists shown as one. It combines the lists' own indexes when a part is first needed. */
export class JoinedIndex extends RowIndex {
  readonly #indexes: readonly ListIndex[];

  constructor(indexes: readonly ListIndex[], cache: IndexCache) {
    super(totalLength(indexes), cache);
    this.#indexes = indexes;
  }

  ranks(field: TenantField): Uint32Array {
    let ranks = this.cache.ranks.get(field);
    if (ranks === undefined) {
      ranks = this.#joinRanks(field);
      this.cache.ranks.set(field, ranks);
    }
    return ranks;
  }

  words(): readonly WordSegment[] {
    const { words } = this.cache;
    if (words.length === 0) for (const index of this.#indexes) words.push(...index.words());
    return words;
  }

  *texts(): Generator<string, void> {
    for (const index of this.#indexes) yield* index.texts();
  }

  changeMarks(): Uint8Array {
    this.cache.changeMarks ??= this.#joinChangeMarks();
    return this.cache.changeMarks;
  }

  valueAt(field: TenantField, place: number): string | null {
    const found = findPart(this.#indexes, place);
    return found.part.valueAt(field, found.place);
  }

  #joinChangeMarks(): Uint8Array {
    const marks = new Uint8Array(this.length);
    let start = 0;
    for (const index of this.#indexes) {
      marks.set(index.changeMarks().subarray(0, index.length), start);
      start += index.length;
    }
    return marks;
  }

  #joinRanks(field: TenantField): Uint32Array {
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

/**
 * Ranks the keys of several lists among each other.
 *
 * @param keys of each list, sorted and distinct.
 * @returns for each list, the rank of each of its keys among all keys. Equal keys share a rank.
 */
function mergeRanks(
  keys: readonly (readonly string[])[],
  compare: (a: string, b: string) => number,
): Uint32Array[] {
  const ranks = keys.map(({ length }) => new Uint32Array(length));
  const next = keys.map(() => 0);
  for (let rank = 0; ; rank++) {
    let least: string | undefined;
    for (const [list, listKeys] of keys.entries()) {
      const key = listKeys[next[list] ?? 0];
      if (key !== undefined && (least === undefined || compare(key, least) < 0)) least = key;
    }
    if (least === undefined) return ranks;
    for (const [list, listKeys] of keys.entries()) {
      const position = next[list] ?? 0;
      const key = listKeys[position];
      if (key === undefined || compare(key, least) !== 0) continue;
      (ranks[list] ?? new Uint32Array())[position] = rank;
      next[list] = position + 1;
    }
  }
}
