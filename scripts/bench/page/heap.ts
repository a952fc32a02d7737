import type { Page } from 'playwright';

/** What the page's JavaScript holds on to once everything that can be forgotten is, in bytes. */
export async function heapInUse(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
