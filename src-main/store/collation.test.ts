import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantKey, none, orderings, rank } from './collation.ts';

const { key, compare } = orderings.name;
const ranksOf = (names: string[], known?: Uint32Array) =>
  rank({ length: names.length, keyAt: (place) => key(names[place] ?? null), compare, known });

describe('ranks', () => {
  it('are those of Intl.Collator, and what is empty has none', () => {
    const names = ['Đa', 'Dz', 'a', 'Ă', 'â', 'Á', '', 'dá', 'e'];
    expect([...ranksOf(names)]).toEqual([6, 5, 0, 2, 3, 1, none, 4, 7]);
  });

  it('are the same when those of an older list are known', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('', 'An', 'ân', 'Ấn', 'an', 'a-n', 'đ', 'D', 'dz', 'ø', 'Z', '中'),
        ),
        fc.infiniteStream(fc.boolean()),
        (names, kept) => {
          const fresh = ranksOf(names);
          const known = fresh.map((value) => (kept.next().value === true ? value : none));
          expect(ranksOf(names, known)).toEqual(fresh);
        },
      ),
    );
  });
});

it('instants are ordered whatever their offset', () => {
  const ordered = [
    '0001-01-01T00:00:00Z',
    '2024-01-02T03:04:05Z',
    '2024-01-02T10:04:05.05+07:00',
    '2024-01-02T03:04:05.1Z',
    '2024-01-02T03:04:05.100000001Z',
    '2024-01-01T22:04:06-05:00',
    '9999-12-31T23:59:59-05:00',
  ];
  const keys = ordered.map((text) => instantKey(text));
  expect(keys).toEqual([...keys].sort());
  expect(instantKey('2024-01-02T03:04:05.100Z')).toBe(instantKey('2024-01-02T10:04:05.1+07:00'));
  expect(['yesterday', '', null, '2024-13-01T00:00:00Z', '2024-01-02'].map(instantKey)).toEqual(
    Array(5).fill(null),
  );
});
