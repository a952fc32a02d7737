import type { Page } from 'playwright';
import { tenantsScreen } from '../../../e2e/screens.ts';

/** Chromium's limit for a long frame, in milliseconds: https://developer.mozilla.org/docs/Web/API/PerformanceLongAnimationFrameTiming */
export const longFrame = 50;

/** Turns of the mouse wheel, `distance` in CSS pixels. */
const turns = { count: 150, distance: 400 };

/** The positions of the scroll bar between top and bottom, one per frame. */
const dragSteps = 300;

/**
 * Shows all rows on one page, then scrolls with the wheel and drags the scroll bar from end to end and back.
 *
 * @returns the duration of each frame over `longFrame`, except the one that first shows the page, and the most table
 *   rows in the document at any frame, including the header and the spacer rows.
 */
export async function scrollThrough(page: Page): Promise<{ longFrames: number[]; rows: number }> {
  const tenants = tenantsScreen(page);
  await tenants.pageSize('All').click();
  await tenants.settled();
  const watched = await page.evaluateHandle(() => {
    const seen: { longFrames: number[]; rows: number } = { longFrames: [], rows: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longFrames.push(duration);
    }).observe({ type: 'long-animation-frame' });
    const count = () => {
      seen.rows = Math.max(seen.rows, document.querySelectorAll('tr').length);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    return seen;
  });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  for (let turn = 0; turn < turns.count; turn += 1) await page.mouse.wheel(0, turns.distance);
  await tenants.table.evaluate(async (table, steps) => {
    const area = table.parentElement;
    if (area === null) return;
    const bottom = area.scrollHeight - area.clientHeight;
    for (let step = 0; step <= 2 * steps; step += 1) {
      area.scrollTop = bottom * (1 - Math.abs(step / steps - 1));
      await new Promise(requestAnimationFrame);
    }
  }, dragSteps);
  return watched.evaluate((seen) => seen);
}
