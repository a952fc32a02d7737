import { firstIndex } from './binary-search.ts';

/** The rank of a missing value. It sorts after all others, in both directions. */
export const noRank = 0xffff_ffff;

interface RankOptions {
  length: number;
  /** Returns the sort key of the value at a place; `null` for a missing value. */
  keyAt: (place: number) => string | null;
  compare: (a: string, b: string) => number;
  /**
   * Ranks from an earlier version of the list, by place; `noRank` for values that are new or have changed. Known values
   * are in order already, which saves most of the comparisons.
   */
  known?: Uint32Array | undefined;
}

/** Returns the rank of each value among all of them. Equal values share a rank. */
export function rankValues({
  length,
  keyAt,
  compare,
  known = new Uint32Array(),
}: RankOptions): Uint32Array {
  const isKnown = (place: number) => (known[place] ?? noRank) !== noRank;
  const comparePlaces = (a: number, b: number) => compare(keyAt(a) ?? '', keyAt(b) ?? '');
  const places = new Uint32Array(length).map((_, place) => place);
  const unknownPlaces = places
    .filter((place) => !isKnown(place) && keyAt(place) !== null)
    .sort(comparePlaces);
  const knownPlaces = orderByRank(places.filter(isKnown), known, 'ascending');

  const ranks = new Uint32Array(length).fill(noRank);
  let rank = -1;
  let previous: number | undefined;
  for (const place of merge(knownPlaces, unknownPlaces, comparePlaces)) {
    if (previous === undefined || !areEqual(previous, place)) rank++;
    ranks[place] = rank;
    previous = place;
  }
  return ranks;

  function areEqual(a: number, b: number): boolean {
    return isKnown(a) && isKnown(b) ? known[a] === known[b] : comparePlaces(a, b) === 0;
  }
}

/** Merges two sorted arrays, of which the second is expected to be much shorter. */
function merge(
  many: Uint32Array,
  few: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  if (few.length === 0) return many;
  const merged = new Uint32Array(many.length + few.length);
  let copied = 0;
  for (const [count, place] of few.entries()) {
    const from = copied;
    const next =
      from + firstIndex(many.length - from, (index) => compare(many[from + index] ?? 0, place) > 0);
    merged.set(many.subarray(copied, next), copied + count);
    merged[next + count] = place;
    copied = next;
  }
  merged.set(many.subarray(copied), copied + few.length);
  return merged;
}

/** Sorts places by their ranks. Places of equal rank keep their order, and those without a rank come last. */
export function orderByRank(
  places: Uint32Array,
  ranks: Uint32Array,
  direction: 'ascending' | 'descending',
): Uint32Array {
  let distinct = 0;
  for (const place of places) {
    const rank = ranks[place] ?? noRank;
    if (rank !== noRank && rank >= distinct) distinct = rank + 1;
  }
  // A counting sort: one pass finds where each rank begins, another puts the places there.
  const bucketOf = (rank: number) =>
    rank === noRank ? distinct : direction === 'ascending' ? rank : distinct - 1 - rank;
  const starts = new Uint32Array(distinct + 2);
  for (const place of places) {
    const following = bucketOf(ranks[place] ?? noRank) + 1;
    starts[following] = (starts[following] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const ordered = new Uint32Array(places.length);
  for (const place of places) {
    const bucket = bucketOf(ranks[place] ?? noRank);
    const position = starts[bucket] ?? 0;
    ordered[position] = place;
    starts[bucket] = position + 1;
  }
  return ordered;
}
