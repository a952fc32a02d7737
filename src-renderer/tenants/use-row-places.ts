import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Before the first measure; the height of comfortable rows. */
const usualHeight = 36;

/** Drawn above and below what is in sight, so that a quick scroll meets rows and not a gap. */
const overscan = 6;

/**
 * Which rows are drawn, by their places: all of a page, or of a list that scrolls those in sight and `keptRow`, which
 * has the focus.
 *
 * @returns also `ruler`, for an element as high as a row.
 */
export function useRowPlaces(
  area: RefObject<HTMLElement | null>,
  { count, isWhole, keptRow }: { count: number; isWhole: boolean; keptRow: number },
) {
  const { ref: ruler, height } = useElementSize();
  const rowHeight = height === 0 ? usualHeight : height;
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used here only, at every render
  const virtualizer = useVirtualizer({
    count,
    enabled: isWhole,
    getScrollElement: () => area.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const drawn = isWhole
    ? virtualizer.getVirtualItems().map(({ index }) => index)
    : Array.from({ length: count }, (_, index) => index);
  const isKept = isWhole && keptRow >= 0 && keptRow < count && !drawn.includes(keptRow);
  const places = isKept ? [...drawn, keptRow].toSorted((a, b) => a - b) : drawn;
  return { ruler, rowHeight, places };
}
