import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, gapsBetween, offsetOfRow, toOffset, toScrollTop } from './scroll-map.ts';

/** Lists from those that need no map to those that are forty times as high as the browser allows. */
const range = fc
  .record({
    maxScroll: fc.integer({ min: 1, max: 3_700_000 }),
    times: fc.double({ min: 1, max: 40, noNaN: true }),
    view: fc.integer({ min: 40, max: 2_000 }),
  })
  .map(({ maxScroll, times, view }) => ({ maxScroll, maxOffset: maxScroll * times, view }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the map from scroll bar to rows', () => {
  it('reaches both ends, and never turns back', () => {
    fc.assert(
      fc.property(range, share, share, (of, one, two) => {
        expect(toOffset(0, of)).toBe(0);
        expect(toOffset(of.maxScroll, of)).toBeCloseTo(of.maxOffset, 3);
        const [low, high] = [Math.min(one, two) * of.maxScroll, Math.max(one, two) * of.maxScroll];
        expect(toOffset(low, of)).toBeLessThanOrEqual(toOffset(high, of) + 1e-6);
      }),
    );
  });

  it('has an inverse', () => {
    fc.assert(
      fc.property(range, share, (of, at) => {
        const scrollTop = at * of.maxScroll;
        expect(toScrollTop(toOffset(scrollTop, of), of)).toBeCloseTo(scrollTop, 3);
      }),
    );
  });

  it('is exact near both ends', () => {
    const of = { maxScroll: 1000, maxOffset: 5000, view: 100 };
    for (const way of [0, 1, 99, 250]) {
      expect(toOffset(way, of)).toBe(way);
      expect(toOffset(1000 - way, of)).toBe(5000 - way);
      expect(toScrollTop(5000 - way, of)).toBe(1000 - way);
    }
    expect(toOffset(500, of)).toBe(2500);
  });

  it('changes nothing for a list that is not too high', () => {
    fc.assert(
      fc.property(range, share, ({ maxScroll, view }, at) => {
        const scrollTop = at * maxScroll;
        expect(toOffset(scrollTop, { maxScroll, maxOffset: maxScroll, view })).toBe(scrollTop);
        expect(toScrollTop(scrollTop, { maxScroll, maxOffset: maxScroll, view })).toBe(scrollTop);
      }),
      { examples: [[{ maxScroll: 889_022, maxOffset: 889_022, view: 40 }, 0.6897010280869905]] },
    );
  });
});

describe('scrolling', () => {
  const of = { maxScroll: 1000, maxOffset: 5000, view: 100 };

  it('by a wheel moves the rows by as many pixels, wherever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 101, max: 898 }),
        fc.integer({ min: -99, max: 99 }),
        (scrollTop, way) => {
          const offset = toOffset(scrollTop, of);
          const moved = follow({ scrollTop, offset }, scrollTop + way, of);
          expect(moved).toBeCloseTo(Math.min(Math.max(offset + way, 0), 5000), 6);
        },
      ),
    );
  });

  it('by the scroll bar moves the rows by its share of the way', () => {
    expect(follow({ scrollTop: 0, offset: 0 }, 500, of)).toBe(2500);
    expect(follow({ scrollTop: 900, offset: 4900 }, 500, of)).toBe(2500);
  });

  it('ends at the first and at the last row, wherever it began', () => {
    expect(follow({ scrollTop: 20, offset: 700 }, 0, of)).toBe(0);
    expect(follow({ scrollTop: 980, offset: 3000 }, 1000, of)).toBe(5000);
    expect(follow({ scrollTop: 980, offset: 3000 }, 999.5, of)).toBe(5000);
  });
});

it('a row is shown with the least scrolling', () => {
  const at = { offset: 1000, view: 100 };
  expect(offsetOfRow(0, 36, at)).toBe(0);
  expect(offsetOfRow(27, 36, at)).toBe(972);
  expect(offsetOfRow(28, 36, at)).toBe(1000);
  expect(offsetOfRow(29, 36, at)).toBe(1000);
  expect(offsetOfRow(30, 36, at)).toBe(1016);
});

describe('the gaps between rows', () => {
  it('put every row where it is wanted, and are as high as the list together', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 20 }), (rows) => {
        const sorted = rows.toSorted((a, b) => a - b);
        const gaps = gapsBetween(
          sorted.map((row) => row * 36),
          36,
          3600,
        );
        let top = 0;
        for (const [at, row] of sorted.entries()) {
          top += gaps[at] ?? NaN;
          expect(top).toBe(row * 36);
          top += 36;
        }
        expect(top + (gaps.at(-1) ?? NaN)).toBe(3600);
      }),
    );
  });

  it('keep the focused row at an end if it is too far away to be where it is wanted', () => {
    expect(gapsBetween([-5000, 400, 436], 36, 1000)).toEqual([0, 364, 0, 528]);
    expect(gapsBetween([400, 436, 9000], 36, 1000)).toEqual([400, 0, 492, 0]);
  });
});
