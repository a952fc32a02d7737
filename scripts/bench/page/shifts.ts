import type { Page } from 'playwright';
import { watchShifts } from '../../../e2e/layout-shifts.ts';
import { tenantsScreen } from '../../../e2e/screens.ts';

/** Returns the layout shift since the page began to load, during three page changes, and during a refresh. */
export async function sumShifts(page: Page) {
  const tenants = tenantsScreen(page);
  const take = await watchShifts(page);
  await tenants.settled();
  const start = await take();
  for (const button of [tenants.nextPage, tenants.nextPage, tenants.previousPage]) {
    await button.click();
    await tenants.settled();
  }
  const pages = await take();
  await tenants.readAll();
  await tenants.cancel.waitFor();
  await tenants.cancel.waitFor({ state: 'hidden', timeout: 10 * 60_000 });
  await tenants.settled();
  return { start, pages, refresh: await take() };
}
