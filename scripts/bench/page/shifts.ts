import type { Page } from 'playwright';
import { tenantsScreen } from '../../../e2e/screens.ts';

/**
 * How far things have jumped, by Chromium's measure (https://web.dev/articles/cls): the sum of all shifts, those that
 * follow a click among them, since the page began to load, over three page changes there and back, and over a refresh.
 */
export async function sumShifts(page: Page) {
  const tenants = tenantsScreen(page);
  const shifts = await page.evaluateHandle(() => {
    const values: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number') values.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    return values;
  });
  const take = () =>
    shifts.evaluate((values) => values.splice(0).reduce((sum, value) => sum + value, 0));
  await tenants.settled();
  const start = await take();
  for (const button of [tenants.nextPage, tenants.nextPage, tenants.previousPage]) {
    await button.click();
    await tenants.settled();
  }
  const pages = await take();
  await tenants.refresh.click();
  await tenants.cancel.waitFor();
  await tenants.refresh.waitFor({ timeout: 10 * 60_000 });
  await tenants.settled();
  return { start, pages, refresh: await take() };
}
