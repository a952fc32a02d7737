import type { Page } from 'playwright';

/**
 * Counts how far things jump, by Chromium's measure (https://web.dev/articles/cls): the sum of all shifts, those that
 * follow a click among them.
 *
 * @returns a function that gives the sum since it was called last, or since the page began to load.
 */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  const shifts = await page.evaluateHandle(() => {
    const values: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number') values.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    return values;
  });
  return () => shifts.evaluate((values) => values.splice(0).reduce((sum, value) => sum + value, 0));
}
