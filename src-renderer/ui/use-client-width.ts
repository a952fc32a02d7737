import { useLayoutEffect, useState } from 'react';

/** Returns the width inside of an element without its scroll bar, in CSS pixels; 0 until there is an element. */
export function useClientWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return undefined;
    // Before the first paint. An observer reports the size after it.
    const update = () => setWidth(element.clientWidth);
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
