import type { RecordField } from '../../../src-shared/list-record.ts';
import { mergeRanks } from './merge-ranks.ts';
import { orderings } from './orderings.ts';
import { noRank, rankValues } from './ranks.ts';
import type { RowIndex } from './row-index.ts';

/** The values that the rows have in a column and those that they had earlier, ranked among each other. */
export interface PastRanks {
  /** The rank of each row's value now, by place. */
  ranksNow: Uint32Array;
  /** The rank of each earlier value. */
  rankOf: ReadonlyMap<string | null, number>;
}

/** @param pastValues distinct values that the rows had at any earlier moment. */
export function rankPastValues(
  now: RowIndex,
  field: RecordField,
  pastValues: readonly (string | null)[],
): PastRanks {
  const { key, compare } = orderings[field];
  const keys = pastValues.map(key);
  const ranks = rankValues({ length: keys.length, keyAt: (at) => keys[at] ?? null, compare });
  const keysByRank: string[] = [];
  for (const [at, keyText] of keys.entries()) {
    if (keyText !== null) keysByRank[ranks[at] ?? 0] = keyText;
  }
  const [ofNow, ofPast] = mergeRanks([now.keysByRank(field), keysByRank], compare);
  return {
    ranksNow: now.ranks(field).map((rank) => ofNow?.[rank] ?? noRank),
    rankOf: new Map(
      pastValues.map((value, at) => [value, ofPast?.[ranks[at] ?? noRank] ?? noRank]),
    ),
  };
}
