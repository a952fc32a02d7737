/**
 * Ranks the keys of several lists in one common order.
 *
 * @param keys the keys of each list, sorted and distinct.
 * @returns for each list, the rank of each of its keys among all keys. Equal keys share a rank.
 */
export function mergeRanks(
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
