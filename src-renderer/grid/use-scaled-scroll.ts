import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDevicePixelRatio } from '../ui/use-device-pixel-ratio.ts';
import {
  follow,
  offsetOfRow,
  toScrollTop,
  type ScrollPlace,
  type ScrollRange,
} from './scroll-map.ts';

/** Chromium keeps lengths as 32 bits with units of 1/64 pixel of the screen, so that an element ends at 2^25 pixels. */
const maximumPixels = 2 ** 25 - 2 ** 20;

const atTop: ScrollPlace = { scrollTop: 0, offset: 0 };

interface Rows {
  count: number;
  /** In CSS pixels. */
  rowHeight: number;
}

/**
 * Scrolls through rows that are higher together than the browser allows. The list then is as high as allowed. The rows
 * keep their height and their distances, and are moved up by `shift` together.
 */
export function useScaledScroll(area: HTMLElement | null, { count, rowHeight }: Rows) {
  const fullHeight = count * rowHeight;
  const height = Math.min(fullHeight, Math.floor(maximumPixels / useDevicePixelRatio()));
  const extra = fullHeight - height;
  const place = useRef(atTop);
  const [shift, setShift] = useState(0);
  const sizes = useRef({ height, extra });

  const rangeOf = (element: HTMLElement): ScrollRange => {
    const maxScroll = element.scrollHeight - element.clientHeight;
    const header = element.scrollHeight - sizes.current.height;
    const maxOffset = maxScroll + sizes.current.extra;
    return { maxScroll, maxOffset, view: element.clientHeight - header };
  };
  /** Moves the scroll bar without moving the rows. */
  const placeScrollBar = (element: HTMLElement, range: ScrollRange, offset: number) => {
    element.scrollTop = toScrollTop(offset, range);
    // The position is rounded.
    place.current = { scrollTop: element.scrollTop, offset };
    setShift(offset - element.scrollTop);
  };

  useLayoutEffect(() => {
    sizes.current = { height, extra };
    if (area === null) return;
    if (extra === 0) {
      // The list was too high before, as at another zoom. It stays at the same rows.
      const { offset, scrollTop } = place.current;
      if (offset !== scrollTop) area.scrollTo({ top: offset });
      return;
    }
    const range = rangeOf(area);
    // oxlint-disable-next-line react/set-state-in-effect -- the browser rounds the position of the scroll bar
    placeScrollBar(area, range, Math.min(place.current.offset, range.maxOffset));
  }, [area, height, extra]);
  useLayoutEffect(() => {
    if (area === null || extra === 0) return;
    // A wheel leaves the scroll bar behind the rows, so that it would reach its end too early.
    const onScrollEnd = () => {
      flushSync(() => placeScrollBar(area, rangeOf(area), place.current.offset));
    };
    area.addEventListener('scrollend', onScrollEnd);
    return () => area.removeEventListener('scrollend', onScrollEnd);
  }, [area, extra]);

  return {
    /** The height of all rows and gaps. */
    height,
    shift: extra === 0 ? 0 : shift,
    /** Returns the offset of the first visible row after the scroll bar was moved. */
    follow: (element: HTMLElement, scrollTop: number): number => {
      const isScaled = sizes.current.extra > 0;
      const offset = isScaled ? follow(place.current, scrollTop, rangeOf(element)) : scrollTop;
      place.current = { scrollTop, offset };
      if (isScaled) flushSync(() => setShift(offset - scrollTop));
      return offset;
    },
    reset: () => {
      place.current = atTop;
      setShift(0);
    },
    /** Scrolls to a row. Returns false, and does nothing, if the browser can do it. */
    scrollToRow: (row: number): boolean => {
      if (area === null || extra === 0) return false;
      const range = rangeOf(area);
      const { offset } = place.current;
      placeScrollBar(area, range, offsetOfRow(row, rowHeight, { offset, view: range.view }));
      return true;
    },
  };
}
