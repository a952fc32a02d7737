import type { Page } from 'playwright';

/**
 * Adds up all layout shifts (https://web.dev/articles/cls), including those after user input.
 *
 * @returns a function that returns the sum since its last call, or since the page began to load.
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
