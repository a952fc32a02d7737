import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect } from 'react';

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
 * returns whether the area is being scrolled.
 */
export function useRowPositions(
  area: HTMLElement | null,
  { count, rowHeight, focusedRow, request }: Rows,
): { positions: readonly number[]; isScrolling: boolean } {
  // oxlint-disable-next-line react-hooks/incompatible-library -- what it returns is not memoized
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => area,
    // Used until the area has been measured. The area is never taller than the window.
    initialRect: { width: 0, height: window.innerHeight },
    estimateSize: () => rowHeight,
    overscan,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useLayoutEffect(() => {
    if (area === null || area.scrollTop === 0) return;
    area.scrollTop = 0;
    // The scroll event arrives with the next frame. Without these lines, this frame would show a gap.
    virtualizer.scrollOffset = 0;
    virtualizer.measure();
  }, [virtualizer, area, request]);

  const visible = virtualizer.getVirtualItems().map(({ index }) => index);
  const isAdded = focusedRow >= 0 && focusedRow < count && !visible.includes(focusedRow);
  const positions = isAdded ? [...visible, focusedRow].toSorted((a, b) => a - b) : visible;
  return { positions, isScrolling: virtualizer.isScrolling };
}
