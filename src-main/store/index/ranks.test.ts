import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderings } from './orderings.ts';
import { noRank, rankValues } from './ranks.ts';

const { key, compare } = orderings.name;
const ranksOf = (names: string[], known?: Uint32Array) =>
  rankValues({ length: names.length, keyAt: (place) => key(names[place] ?? null), compare, known });

describe('rankValues', () => {
  it('ranks names as Intl.Collator sorts them, and gives an empty name no rank', () => {
    const names = ['Đa', 'Dz', 'a', 'Ă', 'â', 'Á', '', 'dá', 'e'];
    expect([...ranksOf(names)]).toEqual([6, 5, 0, 2, 3, 1, noRank, 4, 7]);
  });

  it('returns the same ranks when some are known from an earlier list', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('', 'An', 'ân', 'Ấn', 'an', 'a-n', 'đ', 'D', 'dz', 'ø', 'Z', '中'),
        ),
        fc.infiniteStream(fc.boolean()),
        (names, kept) => {
          const ranks = ranksOf(names);
          const known = ranks.map((rank) => (kept.next().value === true ? rank : noRank));
          expect(ranksOf(names, known)).toEqual(ranks);
        },
      ),
    );
  });
});
