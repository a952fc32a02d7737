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
const lastBounds = fc.option(bounds(200, 8000));
const displays = fc.tuple(bounds(640, 5000), fc.array(bounds(640, 5000), { maxLength: 3 }));

/** Returns the visible width of a window's title bar, which is 32 pixels high, on a display. */
function visibleTitleBar(window: Bounds, area: Bounds): number {
  const isInHeight = window.y >= area.y && window.y + 32 <= area.y + area.height;
  const right = Math.min(window.x + window.width, area.x + area.width);
  return isInHeight ? Math.max(0, right - Math.max(window.x, area.x)) : 0;
}

describe('placeWindow', () => {
  it('always leaves enough of the title bar visible to drag the window', () => {
    fc.assert(
      fc.property(lastBounds, displays, (last, [first, others]) => {
        const areas: [Bounds, ...Bounds[]] = [first, ...others];
        const placed = placeWindow(last, areas);
        const widest = Math.max(...areas.map((area) => visibleTitleBar(placed, area)));
        expect(widest).toBeGreaterThanOrEqual(Math.min(120, placed.width));
      }),
    );
  });

  it('never exceeds the largest display, and returns its own result unchanged', () => {
    fc.assert(
      fc.property(lastBounds, displays, (last, [first, others]) => {
        const areas: [Bounds, ...Bounds[]] = [first, ...others];
        const placed = placeWindow(last, areas);
        expect(placed.width).toBeLessThanOrEqual(Math.max(...areas.map(({ width }) => width)));
        expect(placed.height).toBeLessThanOrEqual(Math.max(...areas.map(({ height }) => height)));
        expect(placeWindow(placed, areas)).toEqual(placed);
      }),
    );
  });

  it('keeps the bounds of a window that fits on its display', () => {
    const area = { x: 0, y: 25, width: 1920, height: 1055 };
    const last = { x: 100, y: 60, width: 1000, height: 700 };
    expect(placeWindow(last, [area])).toEqual(last);
  });

  it('centers the window on the first display at the first start, and if its display is gone', () => {
    const area = { x: 0, y: 0, width: 1920, height: 1080 };
    const centered = { x: 280, y: 110, ...defaultSize };
    expect(placeWindow(null, [area])).toEqual(centered);
    expect(placeWindow({ x: 2500, y: 200, ...defaultSize }, [area])).toEqual(centered);
  });
});
