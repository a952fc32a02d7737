import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { useScaledScroll } from './use-scaled-scroll.ts';

/** How many rows are rendered above and below the window, so that scrolling shows rows and no gap. */
const overscan = 4;

interface Rows {
  count: number;
  /** In CSS pixels. */
  rowHeight: number;
  /** The row with the focused cell. It is always rendered. */
  focusedRow: number;
  /** The request that the rows answer. With a new one, the grid scrolls to its top. */
  request: unknown;
}

/**
 * Returns the positions of the rows to render: those that are visible in the scrolling `area`, and the focused one. Also
 * returns where they are, and whether the area is being scrolled.
 */
export function useRowPositions(
  area: HTMLElement | null,
  { count, rowHeight, focusedRow, request }: Rows,
) {
  const scroll = useScaledScroll(area, { count, rowHeight });
  // oxlint-disable-next-line react-hooks/incompatible-library -- what it returns is not memoized
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => area,
    // Used until the area has been measured. It is never higher than the window.
    initialRect: { width: 0, height: window.innerHeight },
    estimateSize: () => rowHeight,
    overscan,
    observeElementOffset: (instance, report) =>
      observeElementOffset(instance, (scrollTop, isScrolling) => {
        const { scrollElement } = instance;
        report(scrollElement ? scroll.follow(scrollElement, scrollTop) : scrollTop, isScrolling);
      }),
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const scrollToTop = useEffectEvent(() => {
    // The offset of the last scroll event. Reading the element's own would force a layout.
    if (area === null || (virtualizer.scrollOffset ?? 0) === 0) return;
    area.scrollTop = 0;
    scroll.reset();
    // The scroll event arrives with the next frame. Without these lines, this frame would show a gap.
    virtualizer.scrollOffset = 0;
    virtualizer.measure();
  });
  useLayoutEffect(() => {
    scrollToTop();
  }, [area, request]);

  const topOf = (position: number) => position * rowHeight - scroll.shift;
  const visible = virtualizer
    .getVirtualItems()
    .map(({ index }) => index)
    // Only rows that are near to an end, but not there yet, can be outside.
    .filter((position) => topOf(position) >= 0 && topOf(position) <= scroll.height - rowHeight);
  const isAdded = focusedRow >= 0 && focusedRow < count && !visible.includes(focusedRow);
  const positions = isAdded ? [...visible, focusedRow].toSorted((a, b) => a - b) : visible;
  return {
    positions,
    /** Returns where a row is, from the first row. In CSS pixels. */
    topOf,
    /** The height of all rows and gaps. */
    height: scroll.height,
    scrollToRow: scroll.scrollToRow,
    isScrolling: virtualizer.isScrolling,
  };
}
