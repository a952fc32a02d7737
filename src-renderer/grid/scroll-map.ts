/** How far the area scrolls, and how far all rows would scroll at their full height. In CSS pixels. */
export interface ScrollRange {
  maxScroll: number;
  /** Not smaller than `maxScroll`. */
  maxOffset: number;
  /** The height of the visible rows. */
  view: number;
}

/** A position of the scroll bar, and the offset of the first visible row from the first row of all. */
export interface ScrollPlace {
  scrollTop: number;
  offset: number;
}

/** The share of the scroll bar at either end where scrolling by a pixel moves the rows by a pixel. */
const exactShare = 0.25;

/** Returns the offset for a position of the scroll bar. */
export function toOffset(scrollTop: number, { maxScroll, maxOffset }: ScrollRange): number {
  const exact = maxScroll * exactShare;
  const stretched = (scrollTop - exact) / (maxScroll - 2 * exact);
  const share = maxScroll === 0 ? 0 : Math.min(Math.max(stretched, 0), 1);
  return scrollTop + share * (maxOffset - maxScroll);
}

/** Returns the position of the scroll bar for an offset. It is the inverse of `toOffset`. */
export function toScrollTop(offset: number, { maxScroll, maxOffset }: ScrollRange): number {
  const exact = maxScroll * exactShare;
  const extra = maxOffset - maxScroll;
  // Without extra height, the formula below could still round.
  if (offset <= exact || extra === 0) return offset;
  if (offset >= maxOffset - exact) return offset - extra;
  return exact + ((offset - exact) * (maxScroll - 2 * exact)) / (maxOffset - 2 * exact);
}

/**
 * Returns the offset after the scroll bar was moved. A short way is that of a wheel or a finger, which moves the rows by
 * as many pixels. A longer one is that of a dragged scroll bar.
 */
export function follow(before: ScrollPlace, scrollTop: number, range: ScrollRange): number {
  const { maxScroll, maxOffset, view } = range;
  if (scrollTop <= 0) return 0;
  // The position is rounded to pixels of the screen.
  if (scrollTop >= maxScroll - 1) return maxOffset;
  const way = scrollTop - before.scrollTop;
  if (Math.abs(way) >= view) return toOffset(scrollTop, range);
  return Math.min(Math.max(before.offset + way, 0), maxOffset);
}

/** Returns the offset nearest to `offset` at which a row is completely visible. */
export function offsetOfRow(
  row: number,
  rowHeight: number,
  { offset, view }: { offset: number; view: number },
): number {
  const top = row * rowHeight;
  return Math.min(top, Math.max(offset, top + rowHeight - view));
}

/**
 * Returns the heights of the gaps before each row and after the last one.
 *
 * @param tops where the rows are wanted, from top to bottom.
 * @param height of all rows and gaps.
 */
export function gapsBetween(tops: readonly number[], rowHeight: number, height: number): number[] {
  let bottom = 0;
  const gaps = tops.map((top) => {
    const gap = Math.max(Math.min(top, height - rowHeight) - bottom, 0);
    bottom += gap + rowHeight;
    return gap;
  });
  return [...gaps, Math.max(height - bottom, 0)];
}
