import type { Page } from 'playwright';
import { tenantsScreen } from '../../../e2e/screens.ts';

/** Typical searches: names and parts of names without accents, ids, domains, and one without a match. */
const words = [
  ...['cong ty', 'hoang anh', 'dien may', 'phat tan', 'nguyen van', 'minh', 'thuong mai', 'xyzzy'],
  ...['1108', '2025', 'com.vn', 'viet', 'khach san', 'sai gon', 'dai ly', 'quang'],
];
const name = 'bench: keystroke';

/**
 * Returns the milliseconds from each keystroke in the search box to the frame that shows its rows, measured in the
 * page. Types the next letter when the rows are shown.
 */
export async function timeKeystrokes(page: Page): Promise<number[]> {
  const { search, table } = tenantsScreen(page);
  const wholeList = await table.getAttribute('aria-rowcount');
  await search.click();
  await table.evaluate((element, measure) => {
    let pressed = NaN;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
    new MutationObserver(() => {
      if (element.ariaBusy !== 'false' || Number.isNaN(pressed)) return;
      const start = pressed;
      pressed = NaN;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.measure(measure, { start });
        port2.postMessage(null);
      });
    }).observe(element, { attributeFilter: ['aria-busy'] });
  }, name);
  const times: number[] = [];
  for (const word of words) {
    for (const letter of word) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      if (letter === ' ') continue;
      await page.waitForFunction((measure) => performance.getEntriesByName(measure).length, name);
      times.push(
        await page.evaluate((measure) => {
          const [entry] = performance.getEntriesByName(measure);
          performance.clearMeasures(measure);
          return entry?.duration ?? NaN;
        }, name),
      );
    }
    await search.fill('');
    await page.waitForFunction(
      ([element, rows]) => element.ariaBusy === 'false' && element.ariaRowCount === rows,
      [await table.elementHandle(), wholeList] as const,
    );
  }
  return times;
}
