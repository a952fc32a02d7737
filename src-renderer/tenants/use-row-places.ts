import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect } from 'react';

/** Drawn above and below what is in sight, so that a quick scroll meets rows and not a gap. */
const overscan = 6;

interface Rows {
  count: number;
  /** In CSS pixels. */
  rowHeight: number;
  /** The one that has the focus: it is drawn wherever it is. */
  keptRow: number;
  /** What the rows answer: with another question the grid begins at its top. */
  asked: unknown;
}

/**
 * Which rows are drawn, by their places from 0: those in sight in the scrolling `area`, and `keptRow`; and whether the
 * area has been scrolled just now.
 */
export function useRowPlaces(
  area: HTMLElement | null,
  rows: Rows,
): { places: readonly number[]; isScrolling: boolean } {
  const { count, rowHeight, keptRow, asked } = rows;
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used here only, at every render
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => area,
    // Before the area is measured: it is not higher than the window.
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
    // The event that tells of it comes with the next frame, and this one would show a gap.
    virtualizer.scrollOffset = 0;
    virtualizer.measure();
  }, [virtualizer, area, asked]);

  const drawn = virtualizer.getVirtualItems().map(({ index }) => index);
  const isKept = keptRow >= 0 && keptRow < count && !drawn.includes(keptRow);
  const places = isKept ? [...drawn, keptRow].toSorted((a, b) => a - b) : drawn;
  return { places, isScrolling: virtualizer.isScrolling };
}
