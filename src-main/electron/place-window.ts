/** Position and size in device-independent pixels, as Electron's `Rectangle`. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const defaultSize = { width: 1360, height: 860 };
export const minimumSize = { width: 900, height: 600 };

/** The part of the title bar that must be visible so that the user can drag the window. */
const minimumTitleBar = { width: 120, height: 32 };

/**
 * Returns the bounds with which the window opens. These are the last bounds if enough of the title bar is visible on a
 * connected display. Otherwise the window is centered on the first display. It is never larger than its display.
 *
 * @param workAreas the areas of the displays that are free for windows, the primary display first.
 */
export function placeWindow(
  lastBounds: Bounds | null,
  workAreas: readonly [Bounds, ...Bounds[]],
): Bounds {
  if (lastBounds !== null) {
    for (const area of workAreas) {
      const bounds = { ...lastBounds, ...limitSize(area, lastBounds) };
      if (canBeDragged(bounds, area)) return bounds;
    }
  }
  const [area] = workAreas;
  const { width, height } = limitSize(area, lastBounds ?? defaultSize);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

type Size = Pick<Bounds, 'width' | 'height'>;

function limitSize(area: Bounds, { width, height }: Size): Size {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

function canBeDragged(window: Bounds, area: Bounds): boolean {
  const visibleWidth =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    visibleWidth >= Math.min(minimumTitleBar.width, window.width) &&
    window.y >= area.y &&
    window.y + minimumTitleBar.height <= area.y + area.height
  );
}
