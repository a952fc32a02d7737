/** In the system's own pixels, as Electron's `Rectangle`. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const defaultSize = { width: 1360, height: 860 };
export const minimumSize = { width: 900, height: 600 };

/** As much of the title bar as it takes to get hold of a window. */
const handle = { width: 120, height: 32 };

/**
 * Where a window opens that was last at `kept`: there, as long as enough of its title bar lies on a display that is
 * still connected, else in the middle of the first one. Never larger than its display.
 *
 * @param workAreas what the displays have free, the primary one first; there is always one.
 */
export function placeWindow(
  kept: Bounds | null,
  workAreas: readonly [Bounds, ...Bounds[]],
): Bounds {
  if (kept !== null) {
    for (const area of workAreas) {
      const place = { ...kept, ...sizeWithin(area, kept) };
      if (canBeHeld(place, area)) return place;
    }
  }
  const [area] = workAreas;
  const { width, height } = sizeWithin(area, kept ?? defaultSize);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

type Size = Pick<Bounds, 'width' | 'height'>;

function sizeWithin(area: Bounds, { width, height }: Size): Size {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

function canBeHeld(window: Bounds, area: Bounds): boolean {
  const across =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    across >= Math.min(handle.width, window.width) &&
    window.y >= area.y &&
    window.y + handle.height <= area.y + area.height
  );
}
