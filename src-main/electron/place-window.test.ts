import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, defaultSize, type Bounds } from './place-window.ts';

const bounds = (smallest: number, largest: number) =>
  fc.record({
    x: fc.integer({ min: -6000, max: 6000 }),
    y: fc.integer({ min: -6000, max: 6000 }),
    width: fc.integer({ min: smallest, max: largest }),
    height: fc.integer({ min: smallest, max: largest }),
  });
const kept = fc.option(bounds(200, 8000));
const displays = fc.tuple(bounds(640, 5000), fc.array(bounds(640, 5000), { maxLength: 3 }));

/** How much of a window's top strip, 32 pixels high, a display shows. */
function visibleStrip(window: Bounds, area: Bounds): number {
  const isInHeight = window.y >= area.y && window.y + 32 <= area.y + area.height;
  const right = Math.min(window.x + window.width, area.x + area.width);
  return isInHeight ? Math.max(0, right - Math.max(window.x, area.x)) : 0;
}

describe('placeWindow', () => {
  it('never opens where the title bar cannot be got hold of', () => {
    fc.assert(
      fc.property(kept, displays, (place, [first, others]) => {
        const areas: [Bounds, ...Bounds[]] = [first, ...others];
        const placed = placeWindow(place, areas);
        const widest = Math.max(...areas.map((area) => visibleStrip(placed, area)));
        expect(widest).toBeGreaterThanOrEqual(Math.min(120, placed.width));
      }),
    );
  });

  it('is not larger than the largest display, and opens again where it opened', () => {
    fc.assert(
      fc.property(kept, displays, (place, [first, others]) => {
        const areas: [Bounds, ...Bounds[]] = [first, ...others];
        const placed = placeWindow(place, areas);
        expect(placed.width).toBeLessThanOrEqual(Math.max(...areas.map(({ width }) => width)));
        expect(placed.height).toBeLessThanOrEqual(Math.max(...areas.map(({ height }) => height)));
        expect(placeWindow(placed, areas)).toEqual(placed);
      }),
    );
  });

  it('leaves a window alone that lies on its display', () => {
    const area = { x: 0, y: 25, width: 1920, height: 1055 };
    const place = { x: 100, y: 60, width: 1000, height: 700 };
    expect(placeWindow(place, [area])).toEqual(place);
  });

  it('opens in the middle of the first display at first, and when the second one is gone', () => {
    const area = { x: 0, y: 0, width: 1920, height: 1080 };
    const middle = { x: 280, y: 110, ...defaultSize };
    expect(placeWindow(null, [area])).toEqual(middle);
    expect(placeWindow({ x: 2500, y: 200, ...defaultSize }, [area])).toEqual(middle);
  });
});
