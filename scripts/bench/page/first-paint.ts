import type { Page } from 'playwright';

const name = 'bench: painted';

/**
 * Waits for the first frame that shows an element of `selector`. Must be called before the page loads.
 *
 * @returns when that frame was painted, in milliseconds since 1970.
 */
export async function firstPaint(page: Page, selector: string): Promise<number> {
  await page.addInitScript(
    ([wanted, mark]) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          // The message is handled after the frame requested above: https://web.dev/articles/inp#what_is_inp
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => performance.mark(mark);
          port2.postMessage(null);
        });
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    [selector, name] as const,
  );
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name);
  return page.evaluate(
    (mark) => performance.timeOrigin + (performance.getEntriesByName(mark)[0]?.startTime ?? NaN),
    name,
  );
}
